package org.bellbuoy.port.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.Transport;
import org.bellbuoy.port.operation.BlockFetch;
import org.bellbuoy.port.operation.OperationClass;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kinds of commands by the names that standards give to functions. */
class ControlKindTest {
  @ParameterizedTest
  @CsvSource({
    "WRITE, write-single-coil, , WRITE",
    "CONTROL, diagnostics, restart-communications, RUN_STATE",
    "CONTROL, diagnostics, force-listen-only, RUN_STATE",
    "CONTROL, stop-plc, , RUN_STATE",
    "CONTROL, plc-control, , RUN_STATE",
    "CONTROL, reinitialize-device, coldstart, RUN_STATE",
    "CONTROL, device-communication-control, disable, RUN_STATE",
    "CONTROL, cold-restart, , RUN_STATE",
    "CONTROL, reset-process, , RUN_STATE",
    "CONTROL, set-cpu-mode, , RUN_STATE",
    "CONTROL, force, force-reset, FORCE",
    "CONTROL, disable-forces, , FORCE",
    "CONTROL, operate, , CONTROL",
    "CONTROL, single-command, , CONTROL",
    "CONTROL, acknowledge-alarm, , CONTROL",
    "PROGRAM, initialize-download, , PROGRAM",
    "PROGRAM, delete-block, , PROGRAM",
    "PROGRAM, start-upload, , PROGRAM_READ",
    "PROGRAM, program-area-read, , PROGRAM_READ",
    "FIRMWARE, firmware-data, , FIRMWARE",
    "CONTROL, unlock, , ACCESS",
    "CONFIGURATION, add-route, , ACCESS",
    "CONFIGURATION, clock-synchronization, , CONFIGURATION"
  })
  void aCommandHasTheKindThatItsNameTells(
      OperationClass of, String name, @Nullable String sub, ControlKind kind) {
    assertThat(ControlKind.of(of, name, sub)).isEqualTo(kind);
  }

  /** Functions of S7comm and ADS as their decoders name them. */
  @ParameterizedTest
  @CsvSource({
    "download-block, TO_CLIENT, TCP, true",
    "download-ended, TO_CLIENT, TCP, true",
    "download-block, TO_SERVER, TCP, false",
    "download-block, TO_CLIENT, UDP, false",
    "request-download, TO_CLIENT, TCP, false",
    "delete-block, TO_CLIENT, TCP, false",
    "write, TO_CLIENT, TCP, false",
    "read-write, TO_CLIENT, TCP, false"
  })
  void onlyWhatAControllerFetchesFromWhoToldItToLoadIsNoCommandOfItsOwn(
      String name, Direction direction, Transport over, boolean fetches) {
    assertThat(BlockFetch.is(OperationClass.PROGRAM, name, direction, over)).isEqualTo(fetches);
  }

  @ParameterizedTest
  @CsvSource({"READ", "DIAGNOSTIC", "DISCOVERY", "AUTHENTICATION", "OTHER"})
  void whatAsksIsNoCommand(OperationClass of) {
    assertThat(ControlKind.of(of, "stop", null)).isNull();
  }
}
