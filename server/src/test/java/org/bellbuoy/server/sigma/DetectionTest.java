package org.bellbuoy.server.sigma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellbuoy.server.sigma.Rules.hits;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The detection language, sentence by sentence of the specification. */
final class DetectionTest {
  private static boolean one(String item, String commandLine) {
    return hits("s:\n  " + item + "\ncondition: s", commandLine);
  }

  @Test
  void valuesAreWholeTextsWhateverTheirCase() {
    assertThat(one("CommandLine: 'Whoami /ALL'", "whoami /all")).isTrue();
    assertThat(one("CommandLine: whoami", "whoami /all")).isFalse();
    assertThat(one("CommandLine: 'GRÜẞE ΣΊΣΥΦΟΣ'", "grüße σίσυφος")).isTrue();
    assertThat(one("CommandLine|cased: 'Whoami'", "whoami")).isFalse();
    assertThat(one("CommandLine|contains|cased: 'Ami'", "whoAmi /all")).isTrue();
  }

  @Test
  void starsAndQuestionMarksAreWildcardsUnlessEscaped() {
    assertThat(one("CommandLine: 'prog?.exe'", "progA.exe")).isTrue();
    assertThat(one("CommandLine: 'prog?.exe'", "prog.exe")).isFalse();
    assertThat(one("CommandLine: 'a*z'", "az")).isTrue();
    assertThat(one("CommandLine: 'a*b*c'", "a1b2b3c")).isTrue();
    assertThat(one("CommandLine: 'a*b*c'", "a1b2b3")).isFalse();
    assertThat(one("CommandLine: 'what\\?'", "what?")).isTrue();
    assertThat(one("CommandLine: 'what\\?'", "whats")).isFalse();
  }

  @Test
  void backslashesAreAsTheSectionOnEscapingSays() {
    assertThat(one("CommandLine: 'C:\\a'", "C:\\a")).isTrue();
    assertThat(one("CommandLine: 'C:\\\\a'", "C:\\a")).isTrue();
    assertThat(one("CommandLine: '\\\\*'", "\\anything")).isTrue();
    assertThat(one("CommandLine: '\\\\\\*'", "\\*")).isTrue();
    assertThat(one("CommandLine: '\\\\\\*'", "\\x")).isFalse();
    assertThat(one("CommandLine: '\\\\\\server'", "\\\\server")).isTrue();
    assertThat(one("CommandLine: '\\\\\\\\server'", "\\\\server")).isTrue();
  }

  @Test
  void listsAreOrMapsAreAndListsOfMapsAreOr() {
    String lists = "s:\n  CommandLine|contains: [one, two]\n  Image|endswith: b.exe\ncondition: s";
    assertThat(hits(lists, "two")).isTrue();
    assertThat(hits(lists, "three")).isFalse();
    String maps =
        "s:\n  - CommandLine: one\n    Image: nothing\n  - CommandLine: two\ncondition: s";
    assertThat(hits(maps, "two")).isTrue();
    assertThat(hits(maps, "one")).isFalse();
    assertThat(one("CommandLine|contains|all: [a, b]", "xbxa")).isTrue();
    assertThat(one("CommandLine|contains|all: [a, b]", "xbx")).isFalse();
  }

  @Test
  void keywordsAreLookedForInTheWholeRecord() {
    assertThat(hits("k: ['EVIL service', nothing]\ncondition: k", "an evil SERVICE.")).isTrue();
    assertThat(hits("k: ['evil*service']\ncondition: k", "evil and a service")).isTrue();
    assertThat(hits("k:\n  '|all': [evil, service]\ncondition: k", "service evil")).isTrue();
    assertThat(hits("k:\n  '|all': [evil, service]\ncondition: k", "evil")).isFalse();
    assertThat(hits("k: evil\ncondition: k", "a lone evil text")).isTrue();
  }

  @Test
  void conditionsBindOrLeastThenAndThenNot() {
    String s =
        "a:\n  CommandLine|contains: A1\nb:\n  CommandLine|contains: B1\n"
            + "c:\n  CommandLine|contains: C1\ncondition: ";
    assertThat(hits(s + "a or b and c", "a1")).isTrue();
    assertThat(hits(s + "(a or b) and c", "a1")).isFalse();
    assertThat(hits(s + "not a and b", "b1")).isTrue();
    assertThat(hits(s + "not (a and b)", "b1")).isTrue();
    assertThat(hits(s + "not not a", "a1")).isTrue();
    assertThat(hits(s + "a AND NOT b", "a1")).isTrue();
    assertThat(hits(s + "[a and b, c]", "c1")).isTrue();
  }

  @Test
  void countsChooseAmongSelections() {
    String s =
        "x_a:\n  CommandLine|contains: A1\nx_b:\n  CommandLine|contains: B1\n"
            + "y:\n  CommandLine|contains: C1\n_z:\n  CommandLine|contains: D1\ncondition: ";
    assertThat(hits(s + "1 of x_*", "b1")).isTrue();
    assertThat(hits(s + "all of x_*", "b1")).isFalse();
    assertThat(hits(s + "all of x_*", "a1 b1")).isTrue();
    assertThat(hits(s + "2 of x*", "b1 a1")).isTrue();
    assertThat(hits(s + "2 of them", "b1 c1")).isTrue();
    assertThat(hits(s + "3 of them", "b1 c1")).isFalse();
    assertThat(hits(s + "all of them", "a1 b1 c1")).isTrue();
    assertThat(hits(s + "1 of them", "d1")).isFalse();
    assertThat(hits(s + "any of them", "c1")).isTrue();
    assertThat(hits(s + "1 of _*", "d1")).isTrue();
    assertThat(hits(s + "y and not 1 of x_*", "c1 a1")).isFalse();
  }

  @Test
  void nullEmptyAndMissingDiffer() {
    assertThat(one("Nothing: null", "x")).isTrue();
    assertThat(one("CommandLine: null", "x")).isFalse();
    assertThat(one("CommandLine: null", "")).isFalse();
    assertThat(one("CommandLine: ''", "")).isTrue();
    assertThat(one("Nothing: ''", "x")).isFalse();
    assertThat(one("CommandLine: [null, '']", "")).isTrue();
    assertThat(one("Nothing|exists: false", "x")).isTrue();
    assertThat(one("CommandLine|exists: true", "")).isTrue();
    assertThat(one("CommandLine|exists: false", "")).isFalse();
  }

  @Test
  void numbersAreComparedAsNumbers() {
    assertThat(one("CommandLine: 42", "42")).isTrue();
    assertThat(one("CommandLine: 42", "0x2a")).isTrue();
    assertThat(one("CommandLine: 42", "142")).isFalse();
    assertThat(one("CommandLine|gt: 41", "42")).isTrue();
    assertThat(one("CommandLine|gt: 42", "42")).isFalse();
    assertThat(one("CommandLine|gte: 42", "42")).isTrue();
    assertThat(one("CommandLine|lt: 42.5", "42")).isTrue();
    assertThat(one("CommandLine|lte: 41", "42")).isFalse();
    assertThat(one("CommandLine|lt: 42", "no number")).isFalse();
    assertThat(one("CommandLine|neq: 42", "43")).isTrue();
    assertThat(one("CommandLine|neq: [a, b]", "b")).isFalse();
    assertThat(one("CommandLine|contains|neq: evil", "good")).isTrue();
  }

  @Test
  void fieldsAreComparedWithFields() {
    Map<String, String> data =
        Map.of("CommandLine", "c:\\A\\b.exe -x", "Image", "C:\\a\\B.exe", "Other", "-X");
    String rule = "s:\n  CommandLine|fieldref%s: %s\ncondition: s";
    assertThat(hits(Rules.process(rule.formatted("|startswith", "Image")), data)).isTrue();
    assertThat(hits(Rules.process(rule.formatted("|endswith", "Other")), data)).isTrue();
    assertThat(hits(Rules.process(rule.formatted("|contains", "Image")), data)).isTrue();
    assertThat(hits(Rules.process(rule.formatted("", "Image")), data)).isFalse();
    assertThat(hits(Rules.process(rule.formatted("|neq", "Image")), data)).isTrue();
    assertThat(hits(Rules.process(rule.formatted("|contains|cased", "Image")), data)).isFalse();
    assertThat(hits(Rules.process(rule.formatted("", "Nothing")), data)).isFalse();
  }

  @Test
  void placeholdersNeedValues() {
    String rule = Rules.process("s:\n  CommandLine|expand: '%Servers%-\\%x%'\ncondition: s");
    assertThat(Rules.problem(rule)).contains("rule0.yml").contains("%Servers%");
    SigmaEngine engine =
        Rules.engine(
            SigmaOptions.defaults().withPlaceholders(Map.of("Servers", List.of("srv*", "web"))),
            rule);
    String sysmon = "Microsoft-Windows-Sysmon/Operational";
    assertThat(hits(engine, Rules.event(sysmon, 1, Map.of("CommandLine", "SRV7-%x%")))).isTrue();
    assertThat(hits(engine, Rules.event(sysmon, 1, Map.of("CommandLine", "db-%x%")))).isFalse();
    assertThat(one("CommandLine: '%name%'", "%name%")).isTrue();
  }

  @Test
  void partsOfDatesAreNumbers() {
    assertThat(one("CommandLine|hour: 9", "2025-08-02 09:11:12")).isTrue();
    assertThat(one("CommandLine|minute: 11", "09:11:12")).isTrue();
    assertThat(one("CommandLine|day: 2", "2025-08-02T09:11:12Z")).isTrue();
    assertThat(one("CommandLine|week: 31", "2025-08-02")).isTrue();
    assertThat(one("CommandLine|month|gte: 9", "2025-08-02")).isFalse();
    assertThat(one("CommandLine|year: [2024, 2025]", "2025-08-02")).isTrue();
    assertThat(one("CommandLine|hour: 0", "yesterday")).isFalse();
  }

  @Test
  void addressesAreInNetworks() {
    assertThat(one("CommandLine|cidr: 10.0.0.0/8", "10.255.1.2")).isTrue();
    assertThat(one("CommandLine|cidr: 10.0.0.0/8", "11.0.0.1")).isFalse();
    assertThat(one("CommandLine|cidr: 192.168.4.0/22", "192.168.7.255")).isTrue();
    assertThat(one("CommandLine|cidr: 192.168.4.0/22", "192.168.8.0")).isFalse();
    assertThat(one("CommandLine|cidr: 2001:db8::/32", "2001:DB8:1::7")).isTrue();
    assertThat(one("CommandLine|cidr: fe80::/10", "fe80::1%eth0")).isTrue();
    assertThat(one("CommandLine|cidr: ::1/128", "::2")).isFalse();
    assertThat(one("CommandLine|cidr: 10.0.0.0/8", "::ffff:10.1.2.3")).isTrue();
    assertThat(one("CommandLine|cidr: 10.0.0.0/8", "no address")).isFalse();
  }

  @Test
  void expressionsAreFoundAnywhereAndMindCase() {
    assertThat(one("CommandLine|re: 'a[0-9]{2}b'", "xxa12bxx")).isTrue();
    assertThat(one("CommandLine|re: 'A[0-9]{2}b'", "a12b")).isFalse();
    assertThat(one("CommandLine|re|i: 'A[0-9]{2}b'", "a12b")).isTrue();
    assertThat(one("CommandLine|re: 'a.b'", "a\nb")).isFalse();
    assertThat(one("CommandLine|re|s: 'a.b'", "a\nb")).isTrue();
    assertThat(one("CommandLine|re|m: '^b$'", "a\nb\nc")).isTrue();
    assertThat(one("CommandLine|re: '^b$'", "a\nb\nc")).isFalse();
  }

  @Test
  void dashesOfOptionsStandForEachOther() {
    for (String dash : List.of("-", "/", "\u2013", "\u2014", "\u2015")) {
      assertThat(one("CommandLine|windash|contains: ' -enc '", "p " + dash + "enc x")).isTrue();
      assertThat(one("CommandLine|windash|contains: ' /enc -x'", "p -enc " + dash + "x")).isTrue();
    }
    assertThat(one("CommandLine|windash|contains: ' -enc '", "p +enc x")).isFalse();
    assertThat(one("CommandLine|windash: '-param-name'", "/param-name")).isTrue();
    assertThat(one("CommandLine|windash: '-param-name'", "/param/name")).isFalse();
  }

  /** Encoded texts come from {@code printf | iconv | base64}. */
  @Test
  void encodingsAreAppliedInOrder() {
    assertThat(one("CommandLine|base64: 'foobar'", "Zm9vYmFy")).isTrue();
    assertThat(one("CommandLine|base64|contains: 'foobar'", "x Zm9vYmFy=")).isTrue();
    String offset = "CommandLine|base64offset|contains: 'http://'";
    assertThat(one(offset, "eyJhdHRwIjoiaHR0cDovL3gifQ")).isTrue();
    assertThat(one(offset, "IGh0dHA6Ly9hLmI=")).isTrue();
    assertThat(one(offset, "ICBodHRwOi8vYS5i")).isTrue();
    assertThat(one(offset, "aHR0cHM6Ly9hLmI=")).isFalse();
    String wide = "CommandLine|%s|base64offset|contains: 'ping'";
    assertThat(one(wide.formatted("wide"), "-e cABpAG4AZwA=")).isTrue();
    assertThat(one(wide.formatted("utf16le"), "-e cABpAG4AZwA=")).isTrue();
    assertThat(one(wide.formatted("utf16be"), "-e AHAAaQBuAGc=")).isTrue();
    assertThat(one("CommandLine|utf16|base64: 'ping'", "//5wAGkAbgBnAA==")).isTrue();
    assertThat(one("CommandLine|wide|contains: 'cmd'", "xc\0m\0d\0")).isTrue();
  }
}
