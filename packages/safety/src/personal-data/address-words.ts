// Parts of expressions over addresses, as the countries write them; kept by hand.
const alternatives = (words: string) => words.split(' ').join('|')

/** English street types behind a name: "12 Harper Road". */
export const englishStreet = alternatives(
  'Street Streets St Road Roads Rd Avenue Ave Boulevard Blvd Lane Ln Drive Dr Court Ct Place Pl Square Squares Sq Terrace Parkway Parkways Pkwy Highway Hwy Way Crescent Close Alley Circle Expressway Gardens Gateway Grove Groves Heights Mews Motorway Turnpike Throughway Trafficway Stravenue Underpass Overpass Viaduct Skyway Bypass Promenade',
)

/** The same, where the word is more often something else: with a house number of three digits and more. */
export const englishLandmark = alternatives(
  'Bend Cliff Cliffs Common Corner Corners Cove Coves Creek Crossing Crest Dale Divide Estate Estates Ferry Field Fields Flat Flats Forest Forge Fork Forks Fort Garden Glen Glens Green Greens Harbor Harbors Haven Hill Hills Hollow Inlet Island Islands Isle Junction Junctions Key Keys Knoll Knolls Lake Lakes Landing Light Lights Loaf Lock Locks Lodge Loop Mall Manor Manors Meadow Meadows Mill Mills Mission Mount Mountain Mountains Orchard Oval Parade Park Parks Pass Passage Path Pike Pine Pines Plain Plains Plaza Point Points Port Ports Prairie Quay Ramp Ranch Rapid Rapids Rest Ridge Ridges Rise River Route Row Run Shoal Shoals Shore Shores Spring Springs Spur Station Stream Summit Trace Track Trail Tunnel Union Valley Valleys Via View Views Village Villages Ville Vista Walk Walks Wall Well Wells Wharf',
)

/** Street types in front of a name: "Via Roma 13", "34 Avenue des Tuileries". */
export const streetInFront = alternatives(
  'Rue rue Avenue avenue Boulevard Chemin chemin Allée Quai Place Impasse Route Passage Cours Square Via via Viale Vicolo Piazza Piazzetta Piazzale Corso Largo Strada Contrada Borgo Calle calle Avda\\.? Av\\.? Avenida avenida Paseo Plaza Pasadizo Camino Carretera Ronda Rambla Cañada Vial Urbanización Callejón Rua rua Travessa Praça Alameda Estrada Quinta ul\\. ulica Ulica al\\. Aleja Plac os\\. Calea Bulevardul Bd\\.? Odos Leoforos C/ R\\. Carrer Ruta Cerrada Privada Andador Circuito Prolongación Boulevard',
)

/** How words end that name a street by themselves: "Søndergade 52". */
export const streetEnd = alternatives(
  'straße strasse strase stra[ßs]e str\\. gade gate gaten vej vejen weg laan straat gata gatan götu gatu vegen veien vegur veg allee allé allén platz plads kade gracht dijk plein baan steenweg katu ntie kuja polku rinne utca útja straeti stræti stræde sletta sletten bakken bakka torget torg centret plass plassen svingen løkken gasse ufer damm singel dreef braut braut stígur stigur vägen väg stien stigen lia kroken haugen tunet marken højen parken lunden vænget toften skrenten ská ova',
)

/** The same where nobody wrote a capital. */
export const lowerStreetEnd = alternatives('straße strasse gade laan straat gatan veien allee sweg katu utca')

export const unit = String.raw`(?:(?:Apt|Apartment|Suite|Ste|Unit|Flat|Puerta|Piso|Esc|Top|Room|Floor|apt|suite|unit|flat)\.? ?#? ?\d{1,5}[A-Za-z]?|# ?\d{1,4}|\d{1,4}호(?: 아파트)?)`

export const postBox = String.raw`(?:P\.? ?O\.? ?[Bb]ox|p\.o\. box|Post ?[Bb]ox|Postboks|Postbus|Postfach|Casella [Pp]ostale|Apartado(?: de Correos)?|Boîte [Pp]ostale|BP|CP|PO Box|Postilokero|Pósthólf) \d{1,6}`
