package org.bellbuoy.server.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    List<String> expected = EvtxExport.records(file);
    KeptEvents kept = KeptEvents.of(file);

    assertThat(kept.rejects).isEmpty();
    assertThat(kept.texts).hasSize(count).hasSameSizeAs(expected);
    for (int i = 0; i < count; i++) {
      assertThat(EvtxExport.lines(kept.texts.get(i))).isEqualTo(EvtxExport.lines(expected.get(i)));
    }
  }
}
