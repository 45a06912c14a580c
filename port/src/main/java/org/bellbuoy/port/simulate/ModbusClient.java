package org.bellbuoy.port.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Asks a device over Modbus/TCP and lets it answer (Modbus Application Protocol V1.1b3, chapter 6;
 * Messaging on TCP/IP V1.0b, 3.1.3). Each call gives the moment at which the answer is there.
 */
final class ModbusClient {
  static final int PORT = 502;
  static final String PROTOCOL = "modbus";

  /** Longer than anything that is sent at once here. */
  static final int WHOLE = 1 << 16;

  private static final int UNIT = 1;
  private static final int ILLEGAL_FUNCTION = 1;

  /** A request that is on its way with others. */
  record Read(int function, int address, int count) {}

  private final Stage stage;
  private final @Nullable Act act;
  private final Chance values;
  final Tcp tcp;

  /** Whether reads belong to ordinary traffic and only what is written shows the act. */
  boolean readsShowNothing;

  private int transaction;

  ModbusClient(Stage stage, Host client, Host server, @Nullable Act act) {
    this.stage = stage;
    this.act = act;
    this.tcp = new Tcp(stage, client, server, PORT, Mark.of(act));
    this.values = stage.chance("values " + client.name + " " + server.name);
  }

  long open(long nanos) {
    return tcp.open(nanos);
  }

  /** Function 1 to 4. */
  long read(long nanos, int function, int address, int count) {
    return pipelined(nanos, List.of(new Read(function, address, count)), WHOLE);
  }

  /**
   * Several reads in one segment, answered in one; or in segments of so many bytes that messages go
   * over their ends. A request counts where it ends.
   */
  long pipelined(long nanos, List<Read> reads, int segmentBytes) {
    ByteWriter requests = new ByteWriter();
    ByteWriter responses = new ByteWriter();
    List<Integer> ends = new ArrayList<>();
    for (Read read : reads) {
      transaction = transaction + 1 & 0xffff;
      ByteWriter pdu = new ByteWriter().u8(read.function).u16(read.address).u16(read.count);
      requests.add(message(pdu));
      responses.add(message(answer(read)));
      ends.add(requests.size());
    }
    byte[] bytes = requests.bytes();
    long at = nanos;
    for (int from = 0; from < bytes.length; from += segmentBytes) {
      int to = Math.min(bytes.length, from + segmentBytes);
      at = tcp.send(at, true, Arrays.copyOfRange(bytes, from, to), ending(reads, ends, from, to));
    }
    at = tcp.send(at + think(), false, responses.bytes());
    return tcp.settle(at);
  }

  private Mark ending(List<Read> reads, List<Integer> ends, int from, int to) {
    List<Asked> asked = new ArrayList<>();
    List<String> what = new ArrayList<>();
    for (int i = 0; i < reads.size(); i++) {
      if (ends.get(i) > from && ends.get(i) <= to) {
        Read read = reads.get(i);
        asked.add(count(read.function));
        what.add(name(read.function) + place(read.address, read.count));
      }
    }
    String shown = readsShowNothing ? "" : String.join("; ", what);
    return Mark.asks(act, asked, tcp.client, tcp.server, shown);
  }

  private ByteWriter answer(Read read) {
    boolean bits = read.function <= 2;
    int bytes = bits ? (read.count + 7) / 8 : read.count * 2;
    ByteWriter answer = new ByteWriter().u8(read.function).u8(bytes);
    if (bits) {
      return answer.add(values.bytes(bytes - 1)).u8(values.below(1 << (read.count - 1 & 7) + 1));
    }
    for (int i = 0; i < read.count; i++) {
      answer.u16(1000 + 10 * (read.address + i) + values.below(10));
    }
    return answer;
  }

  long writeCoil(long nanos, int address, boolean on) {
    ByteWriter pdu = new ByteWriter().u8(5).u16(address).u16(on ? 0xff00 : 0);
    return ask(nanos, pdu, pdu, name(5) + place(address, 1) + " value " + (on ? 1 : 0));
  }

  long writeRegister(long nanos, int address, int value) {
    ByteWriter pdu = new ByteWriter().u8(6).u16(address).u16(value);
    return ask(nanos, pdu, pdu, name(6) + place(address, 1) + " value " + value);
  }

  long writeRegisters(long nanos, int address, int... words) {
    ByteWriter pdu = new ByteWriter().u8(16).u16(address).u16(words.length).u8(2 * words.length);
    for (int word : words) {
      pdu.u16(word);
    }
    ByteWriter answer = new ByteWriter().u8(16).u16(address).u16(words.length);
    String value = IntStream.of(words).mapToObj(String::valueOf).collect(Collectors.joining(" "));
    return ask(nanos, pdu, answer, name(16) + place(address, words.length) + " value " + value);
  }

  /** Read device identification, basic objects (6.21). */
  long identify(long nanos) {
    ByteWriter answer = new ByteWriter().u8(43).u8(14).u8(1).u8(1).u8(0).u8(0).u8(3);
    String[] objects = {"SIMULATED maker", "SIM-CC-10", "V2.7"};
    for (int i = 0; i < objects.length; i++) {
      answer.u8(i).u8(objects[i].length()).text(objects[i]);
    }
    ByteWriter pdu = new ByteWriter().u8(43).u8(14).u8(1).u8(0);
    return ask(nanos, pdu, answer, "read-device-identification unit " + UNIT);
  }

  /** A request that is refused as an illegal function. */
  long refused(long nanos, int function, String bodyHex) {
    ByteWriter pdu = new ByteWriter().u8(function).hex(bodyHex);
    ByteWriter answer = new ByteWriter().u8(function | 0x80).u8(ILLEGAL_FUNCTION);
    return ask(nanos, pdu, answer, "function " + function + " unit " + UNIT + " refused");
  }

  private long ask(long nanos, ByteWriter pdu, ByteWriter answer, String what) {
    transaction = transaction + 1 & 0xffff;
    int function = pdu.bytes()[0] & 255;
    Mark mark = Mark.asks(act, List.of(count(function)), tcp.client, tcp.server, what);
    long at = tcp.send(nanos, true, message(pdu), mark);
    at = tcp.send(at + think(), false, message(answer));
    return tcp.settle(at);
  }

  private Asked count(int function) {
    return stage.operations.of(tcp.client, tcp.server, PROTOCOL, function);
  }

  private long think() {
    return values.nanos(400_000, 4 * Stage.MILLI);
  }

  private byte[] message(ByteWriter pdu) {
    return new ByteWriter()
        .u16(transaction)
        .u16(0)
        .u16(pdu.size() + 1)
        .u8(UNIT)
        .add(pdu.bytes())
        .bytes();
  }

  private static String place(int address, int count) {
    return " unit " + UNIT + " address " + address + " count " + count;
  }

  private static String name(int function) {
    return switch (function) {
      case 1 -> "read-coils";
      case 2 -> "read-discrete-inputs";
      case 3 -> "read-holding-registers";
      case 4 -> "read-input-registers";
      case 5 -> "write-single-coil";
      case 6 -> "write-single-register";
      case 16 -> "write-multiple-registers";
      default -> throw new IllegalArgumentException("no name for function " + function);
    };
  }
}
