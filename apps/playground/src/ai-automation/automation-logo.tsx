export function AutomationLogo() {
  return <img src="/ai-automation.svg" alt="" width="32" height="32" />
}
