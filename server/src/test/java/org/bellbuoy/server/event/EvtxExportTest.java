package org.bellbuoy.server.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellbuoy.server.event.BinPart.at;
import static org.bellbuoy.server.event.BinPart.el;
import static org.bellbuoy.server.event.BinPart.event;
import static org.bellbuoy.server.event.BinPart.named;
import static org.bellbuoy.server.event.BinPart.optional;
import static org.bellbuoy.server.event.BinPart.str;
import static org.bellbuoy.server.event.BinPart.sub;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Skipped where evtxexport (package libevtx-utils) is not installed. */
class EvtxExportTest {
  @ParameterizedTest
  @CsvSource({
    "ID11-Exchange_transport_config_modified.evtx, 1",
    "LM_typical_IIS_webshell_sysmon_1_10_traces.evtx, 4",
    "discovery_sysmon_1_iis_pwd_and_config_discovery_appcmd.evtx, 40",
    "tunna_iis_rdp_smb_tunneling_sysmon_3.evtx, 12"
  })
  void everyRecordOfARealLogIsAsEvtxexportHasIt(String name, int count) throws Exception {
    Path file = SharedData.file("evtx/" + name);
    assertThat(EvtxExport.records(file)).hasSize(count);
    compare(file);
  }

  static Stream<BinPart.Value> valuesThatEvtxexportReads() {
    return BinValues.GOLDEN.keySet().stream().filter(value -> value.type() != 0x20);
  }

  @ParameterizedTest
  @MethodSource("valuesThatEvtxexportReads")
  void everyTypeOfValueIsAsEvtxexportHasIt(BinPart.Value value, @TempDir Path folder)
      throws Exception {
    compare(
        new EvtxWriter().chunk(1, event(named("v", sub(2, value.type()))), value).bytes(), folder);
  }

  static Stream<BinPart.El> elements() {
    return Stream.of(
        event(el("Data", List.of(at("Name", str("a")), at("X", optional(2, 1))), str("x"))),
        event(named("absent", optional(2, 1)), named("b", str("c"))),
        event(el("Data", str("a"), str("b"))),
        event(el("Data", el("Inner", optional(2, 1)))),
        event(el("Data", optional(2, 1), sub(1, 0x11))));
  }

  @ParameterizedTest
  @MethodSource("elements")
  void missingValuesAndMixedContentAreAsEvtxexportHasThem(BinPart.El event, @TempDir Path folder)
      throws Exception {
    compare(new EvtxWriter().chunk(1, event, BinPart.Value.nothing()).bytes(), folder);
  }

  @ParameterizedTest
  @EnumSource(EvtxWriter.Embedding.class)
  void binaryXmlWithinAValueIsAsEvtxexportHasIt(
      EvtxWriter.Embedding embedding, @TempDir Path folder) throws Exception {
    EvtxWriter writer = new EvtxWriter();
    writer
        .chunk()
        .embedded(
            1,
            embedding,
            el("UserData", optional(2, 0x21)),
            el("Inner", List.of(at("a", str("1"))), el("X", el("Y", str("v")))));
    compare(writer.bytes(), folder);
  }

  private static void compare(byte[] log, Path folder) throws Exception {
    compare(Files.write(folder.resolve("log.evtx"), log));
  }

  private static void compare(Path file) throws Exception {
    List<String> expected = EvtxExport.records(file);
    KeptEvents kept = KeptEvents.of(file);
    assertThat(kept.rejects).isEmpty();
    assertThat(kept.texts).hasSameSizeAs(expected).isNotEmpty();
    for (int i = 0; i < expected.size(); i++) {
      assertThat(EvtxExport.lines(kept.texts.get(i))).isEqualTo(EvtxExport.lines(expected.get(i)));
    }
  }
}
