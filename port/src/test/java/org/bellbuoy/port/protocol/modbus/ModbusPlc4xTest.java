package org.bellbuoy.port.protocol.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.plc4x.java.modbus.readwrite.DriverType;
import org.apache.plc4x.java.modbus.readwrite.ModbusADU;
import org.apache.plc4x.java.modbus.readwrite.ModbusPDU;
import org.apache.plc4x.java.modbus.readwrite.ModbusPDUDiagnosticRequest;
import org.apache.plc4x.java.modbus.readwrite.ModbusPDUError;
import org.apache.plc4x.java.modbus.readwrite.ModbusPDUMaskWriteHoldingRegisterRequest;
import org.apache.plc4x.java.modbus.readwrite.ModbusPDUReadCoilsRequest;
import org.apache.plc4x.java.modbus.readwrite.ModbusPDUReadDiscreteInputsRequest;
import org.apache.plc4x.java.modbus.readwrite.ModbusPDUReadFifoQueueRequest;
import org.apache.plc4x.java.modbus.readwrite.ModbusPDUReadHoldingRegistersRequest;
import org.apache.plc4x.java.modbus.readwrite.ModbusPDUReadInputRegistersRequest;
import org.apache.plc4x.java.modbus.readwrite.ModbusPDUReadWriteMultipleHoldingRegistersRequest;
import org.apache.plc4x.java.modbus.readwrite.ModbusPDUWriteMultipleCoilsRequest;
import org.apache.plc4x.java.modbus.readwrite.ModbusPDUWriteMultipleHoldingRegistersRequest;
import org.apache.plc4x.java.modbus.readwrite.ModbusPDUWriteSingleCoilRequest;
import org.apache.plc4x.java.modbus.readwrite.ModbusPDUWriteSingleRegisterRequest;
import org.apache.plc4x.java.modbus.readwrite.ModbusTcpADU;
import org.apache.plc4x.java.spi.generation.ParseException;
import org.apache.plc4x.java.spi.generation.ReadBufferByteBased;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationResult;
import org.bellbuoy.port.operation.TargetPart;
import org.bellbuoy.port.packet.PacketView;
import org.bellbuoy.port.watch.Payloads;
import org.bellbuoy.port.watch.Recorded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Apache PLC4X, a client library, reads the same packets: unit, function, range and written values
 * of requests, and codes of refusals, are what stands in the ledger. It takes each segment by
 * itself; the messages in it follow each other by its own lengths.
 */
class ModbusPlc4xTest {
  private static final int SERVER = 502;

  private final Map<Long, List<String>> requests = new TreeMap<>();
  private final Map<Long, List<String>> refusals = new TreeMap<>();
  private int unread;

  /**
   * Not read by PLC4X: functions that it does not know, messages over two segments or shorter than
   * they say, and what is not Modbus. Of {@code wrong} frames it reads the first bytes as a request
   * though the header says a length of 34,820 bytes, which no Modbus message has.
   */
  @ParameterizedTest
  @CsvSource({
    "modbus/modbusBig.pcap, 2774, 0, 0, ",
    "modbus/modbus_test_data_part1.pcap, 18, 14, 18, 76 78",
    "modbus/modbus_test_data_part2.pcap, 29, 130, 122, ",
    "modbus/modbus_example.pcap, 24, 1, 0, ",
    "modbus/manual-test-capture.pcapng, 1515, 0, 0, ",
    "modbus/send_a_fake_command_modbus_6RTU_with_operate.pcap, 1233, 0, 0, ",
    "modbus/moving_two_files_modbus_6RTU.pcap, 360, 0, 0, ",
    "modbus/modbus-and-non-modbus-p502.pcap, 6, 0, 11, ",
    "modbus/4SICS-GeekLounge-151022-min.pcap, 1, 1, 1, ",
    "s4x15/Modicon.pcap, 170, 0, 0, "
  })
  void whatPlc4xReadsIsWhatStandsInTheLedger(
      String capture, int asked, int refused, int notRead, @Nullable String wrong) {
    Path file = Recorded.shared(capture);
    for (Payloads.Payload payload : Payloads.of(file, PacketView.Kind.TCP)) {
      if (payload.sourcePort() == SERVER || payload.destinationPort() == SERVER) {
        read(payload);
      }
    }
    for (String frame : wrong == null ? new String[0] : wrong.split(" ")) {
      assertThat(requests.remove(Long.valueOf(frame))).isNotNull();
    }
    Map<Long, List<String>> ours = new TreeMap<>();
    Map<Long, List<String>> ourRefusals = new TreeMap<>();
    for (Operation o : Recorded.of(file).operations) {
      if (o.protocol() != Protocol.MODBUS && o.protocol() != Protocol.UMAS) {
        continue;
      }
      if (o.result() != OperationResult.ANSWER_ONLY) {
        ours.computeIfAbsent(o.request().frame(), frame -> new ArrayList<>()).add(words(o));
      }
      if (!o.resultName().isEmpty()) {
        ourRefusals
            .computeIfAbsent(o.response().frame(), frame -> new ArrayList<>())
            .add("%d %d".formatted(function(o), o.resultCode()));
      }
    }
    ours.keySet().retainAll(requests.keySet());
    ourRefusals.keySet().retainAll(refusals.keySet());

    assertThat(ours).isEqualTo(requests);
    assertThat(ourRefusals).isEqualTo(refusals);
    assertThat(requests.values().stream().mapToInt(List::size).sum()).isEqualTo(asked);
    assertThat(refusals.values().stream().mapToInt(List::size).sum()).isEqualTo(refused);
    assertThat(unread).isEqualTo(notRead);
  }

  private void read(Payloads.Payload payload) {
    boolean answer = payload.sourcePort() == SERVER;
    ReadBufferByteBased buffer = new ReadBufferByteBased(payload.bytes());
    while (buffer.hasMore(8)) {
      int at = buffer.getPos();
      try {
        ModbusTcpADU adu =
            (ModbusTcpADU) ModbusADU.staticParse(buffer, DriverType.MODBUS_TCP, answer);
        if (!answer) {
          requests
              .computeIfAbsent(payload.frame(), frame -> new ArrayList<>())
              .add("unit %d %s".formatted(adu.getUnitIdentifier(), words(adu.getPdu())));
        } else if (adu.getPdu() instanceof ModbusPDUError error) {
          // The function of a refused request is the byte before the code.
          refusals
              .computeIfAbsent(payload.frame(), frame -> new ArrayList<>())
              .add(
                  "%d %d"
                      .formatted(
                          payload.bytes()[at + 7] & 0x7f, error.getExceptionCode().getValue()));
        }
      } catch (ParseException | RuntimeException e) {
        unread++;
        return;
      }
    }
  }

  private static String words(ModbusPDU pdu) {
    return switch (pdu) {
      case ModbusPDUReadCoilsRequest r -> range(1, r.getStartingAddress(), r.getQuantity());
      case ModbusPDUReadDiscreteInputsRequest r ->
          range(2, r.getStartingAddress(), r.getQuantity());
      case ModbusPDUReadHoldingRegistersRequest r ->
          range(3, r.getStartingAddress(), r.getQuantity());
      case ModbusPDUReadInputRegistersRequest r ->
          range(4, r.getStartingAddress(), r.getQuantity());
      case ModbusPDUWriteSingleCoilRequest r ->
          range(5, r.getAddress(), 1) + (r.getValue() == 0xff00 ? 1 : r.getValue());
      case ModbusPDUWriteSingleRegisterRequest r -> range(6, r.getAddress(), 1) + r.getValue();
      case ModbusPDUWriteMultipleCoilsRequest r ->
          range(15, r.getStartingAddress(), r.getQuantity()) + hex(r.getValue());
      case ModbusPDUWriteMultipleHoldingRegistersRequest r ->
          range(16, r.getStartingAddress(), r.getQuantity()) + hex(r.getValue());
      case ModbusPDUMaskWriteHoldingRegisterRequest r ->
          range(22, r.getReferenceAddress(), 1)
              + "%04x%04x".formatted(r.getAndMask(), r.getOrMask());
      case ModbusPDUReadWriteMultipleHoldingRegistersRequest r ->
          range(23, r.getWriteStartingAddress(), r.getWriteQuantity())
              + hex(r.getValue())
              + " reads %d count %d".formatted(r.getReadStartingAddress(), r.getReadQuantity());
      case ModbusPDUDiagnosticRequest r ->
          "function 8 subfunction %d value %04x".formatted(r.getSubFunction(), r.getData());
      case ModbusPDUReadFifoQueueRequest r ->
          "function 24 address %d".formatted(r.getFifoPointerAddress());
      default -> "function " + (pdu.getFunctionFlag() & 0xff);
    };
  }

  private static String words(Operation o) {
    int function = function(o);
    String unit = "unit " + o.number(TargetPart.UNIT) + " ";
    String range = range(function, o.number(TargetPart.ADDRESS), o.number(TargetPart.COUNT));
    return unit
        + switch (function) {
          case 1, 2, 3, 4 -> range;
          case 5, 6 -> range + o.valueNumber();
          case 15, 16, 22 -> range + kept(o);
          case 23 -> range + kept(o) + " " + o.text(TargetPart.SUBFUNCTION);
          case 8 ->
              "function 8 subfunction %d value %s"
                  .formatted(o.number(TargetPart.SUBFUNCTION), kept(o));
          case 24 -> "function 24 address " + o.number(TargetPart.ADDRESS);
          default -> "function " + function;
        };
  }

  private static int function(Operation o) {
    return o.protocol() == Protocol.UMAS ? 90 : o.functionCode();
  }

  private static String range(int function, long address, long count) {
    return "function %d address %d count %d value ".formatted(function, address, count);
  }

  private static String kept(Operation o) {
    byte[] bytes = new byte[Math.min(o.valueLength(), Operation.KEPT_VALUE_BYTES)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) o.valueByte(i);
    }
    return hex(bytes);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, Operation.KEPT_VALUE_BYTES));
  }
}
