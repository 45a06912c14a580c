package org.bellbuoy.server.detect;

/** What a row of Exchange can show. */
enum ExchangeSign {
  SSRF_PATH(
      "server.proxylogon",
      "proxylogon-ssrf",
      Strength.STRONG,
      "POST to a static file of the front end, which hands it to a back end of the sender's choice"),
  SSRF_PROBE(
      "server.proxylogon",
      "proxylogon-probe",
      Strength.WEAK,
      "Asked whether the front end can be made to reach itself, as scanners for CVE-2021-26855 do"),
  ANCHOR(
      "server.proxylogon",
      "proxylogon-ssrf",
      Strength.STRONG,
      "The proxy was told a server with a path instead of a mailbox (CVE-2021-26855)"),
  BACK_END_COOKIE(
      "server.proxylogon",
      "proxylogon-ssrf",
      Strength.STRONG,
      "The cookie that names the back end holds a path (CVE-2021-26855)"),
  RESET_DIRECTORY(
      "server.proxylogon",
      "proxylogon-write",
      Strength.STRONG,
      "A machine account or a forged request had a virtual directory reset: this writes a file"
          + " (CVE-2021-27065)"),
  SET_DIRECTORY(
      "server.proxylogon",
      "proxylogon-write",
      Strength.STRONG,
      "The URL of a virtual directory was set to text with a tag in it (CVE-2021-27065)"),
  SET_DIRECTORY_PLAIN(
      "server.proxylogon",
      "virtual-directory-url",
      Strength.WEAK,
      "The URL of a virtual directory was set through the control panel"),
  OAB_ELSEWHERE(
      "server.proxylogon",
      "oab-write",
      Strength.STRONG,
      "An address book was written outside its folder (CVE-2021-26858)"),
  PROXY_SHELL(
      "server.proxyshell",
      "proxyshell-ssrf",
      Strength.STRONG,
      "Autodiscover was asked in a way that reaches a back end (CVE-2021-34473)"),
  PROXY_NOT_SHELL(
      "server.proxynotshell",
      "proxynotshell-ssrf",
      Strength.STRONG,
      "A signed-in user reached PowerShell through autodiscover (CVE-2022-41040)"),
  OWA_SSRF(
      "server.owassrf",
      "owassrf",
      Strength.STRONG,
      "PowerShell was asked for through the web mail front end (CVE-2022-41080)"),
  PROXY_TOKEN(
      "server.proxytoken",
      "proxytoken-rule",
      Strength.STRONG,
      "A mailbox rule was made without signing in (CVE-2021-33766)"),
  SECURITY_TOKEN(
      "server.proxytoken",
      "proxytoken-token",
      Strength.MEDIUM,
      "A request with SecurityToken ended in status 500 (CVE-2021-33766)"),
  VIEW_STATE_QUERY(
      "server.exchange-viewstate",
      "view-state-in-query",
      Strength.STRONG,
      "View state came in the query, as for the key that all servers shared (CVE-2020-0688)");

  private final String rule;
  private final String technique;
  private final Strength strength;
  private final String sentence;

  ExchangeSign(String rule, String technique, Strength strength, String sentence) {
    this.rule = rule;
    this.technique = technique;
    this.strength = strength;
    this.sentence = sentence;
  }

  String rule() {
    return rule;
  }

  String technique() {
    return technique;
  }

  Strength strength() {
    return strength;
  }

  String sentence() {
    return sentence;
  }
}
