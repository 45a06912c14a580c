package org.bellbuoy.port.simulate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks a controller over S7comm and lets it answer: TPKT (RFC 1006), COTP class 0 (ISO 8073), and
 * S7 messages as they stand in public captures. Each call gives the moment at which the answer is
 * there.
 */
final class S7Client {
  static final int PORT = 102;
  static final String PROTOCOL = "s7comm";

  /** User data functions are counted from here, by their group. */
  static final int USER_DATA = 0x100;

  private static final int JOB = 1;
  private static final int ACK_DATA = 3;
  private static final int READ = 0x04;
  private static final int WRITE = 0x05;
  private static final int REQUEST_DOWNLOAD = 0x1a;
  private static final int DOWNLOAD_BLOCK = 0x1b;
  private static final int DOWNLOAD_ENDED = 0x1c;
  private static final int CONTROL = 0x28;
  private static final int STOP = 0x29;
  private static final int SETUP = 0xf0;
  private static final int BLOCK_BYTES = 96;

  private final Stage stage;
  private final @Nullable Act act;
  private final Chance values;
  final Tcp tcp;

  /** Whether reads belong to ordinary traffic and only what is written shows the act. */
  boolean readsShowNothing;

  private int reference = 1;

  S7Client(Stage stage, Host client, Host server, @Nullable Act act) {
    this.stage = stage;
    this.act = act;
    this.tcp = new Tcp(stage, client, server, PORT, Mark.of(act));
    this.values = stage.chance("values " + client.name + " " + server.name);
  }

  /** Connects: TCP, COTP, and the setup of S7 communication. */
  long open(long nanos) {
    long at = tcp.open(nanos);
    at = tcp.send(at, true, connect(0xe0, 0, 9));
    at = tcp.send(at + think(), false, connect(0xd0, 9, 0x4431));
    ByteWriter setup = new ByteWriter().u8(SETUP).u8(0).u16(1).u16(1).u16(480);
    return job(at, SETUP, setup, new ByteWriter(), setup, new ByteWriter(), "setup-communication");
  }

  private static byte[] connect(int type, int to, int from) {
    return new ByteWriter()
        .u16(0x0300)
        .u16(22)
        .u8(17)
        .u8(type)
        .u16(to)
        .u16(from)
        .u8(0)
        .hex("c0010ac1020100c2020102")
        .bytes();
  }

  /** Reads bytes of a data block. */
  long read(long nanos, int block, int from, int count) {
    ByteWriter data = new ByteWriter().u8(0xff).u8(4).u16(count * 8).add(values.bytes(count));
    return job(
        nanos,
        READ,
        item(READ, block, from, count),
        new ByteWriter(),
        new ByteWriter().u8(READ).u8(1),
        data,
        "read-var DB" + block + " byte " + from + " count " + count);
  }

  /** Writes a word into a data block. */
  long write(long nanos, int block, int from, int value) {
    return job(
        nanos,
        WRITE,
        item(WRITE, block, from, 2),
        new ByteWriter().u8(0).u8(4).u16(16).u16(value),
        new ByteWriter().u8(WRITE).u8(1),
        new ByteWriter().u8(0xff),
        "write-var DB" + block + " byte " + from + " count 2 value " + value);
  }

  private static ByteWriter item(int function, int block, int from, int count) {
    ByteWriter item = new ByteWriter().u8(function).u8(1).hex("120a1002").u16(count);
    return item.u16(block).u8(0x84).u24(from * 8);
  }

  /** Reads the module's identification, a user data function of the CPU group. */
  long identify(long nanos) {
    Asked asked = stage.operations.of(tcp.client, tcp.server, PROTOCOL, USER_DATA + 4);
    Mark mark =
        Mark.asks(act, List.of(asked), tcp.client, tcp.server, "read-szl 0x0011 index 0x0001");
    ByteWriter request = new ByteWriter().hex("0001120411440100").hex("ff0900040011").u16(1);
    long at = tcp.send(nanos, true, message(7, reference, request.bytes(), 8, false), mark);
    ByteWriter record = new ByteWriter().u16(1).text("SIMULATED CPU 01", 20, ' ');
    record.hex("00c000040001");
    ByteWriter answer = new ByteWriter().hex("000112081284010100000000").hex("ff09").u16(8 + 28);
    answer.u16(0x11).u16(1).u16(28).u16(1).add(record.bytes());
    at = tcp.send(at + think(), false, message(7, reference++, answer.bytes(), 12, false));
    return tcp.settle(at);
  }

  long stop(long nanos) {
    ByteWriter stop = new ByteWriter().u8(STOP).zeros(5).u8(9).text("P_PROGRAM");
    return job(nanos, STOP, stop, none(), new ByteWriter().u8(STOP), none(), "plc-stop P_PROGRAM");
  }

  long start(long nanos) {
    ByteWriter start =
        new ByteWriter().u8(CONTROL).zeros(6).u8(0xfd).u16(0).u8(9).text("P_PROGRAM");
    ByteWriter answer = new ByteWriter().u8(CONTROL);
    return job(nanos, CONTROL, start, none(), answer, none(), "plc-control P_PROGRAM");
  }

  private static ByteWriter none() {
    return new ByteWriter();
  }

  /**
   * Moves a block of SIMULATED bytes into the controller.
   *
   * @param whole false to leave off after the first part
   */
  long download(long nanos, int block, int parts, boolean whole) {
    String number = "0A%05dP".formatted(block);
    int bytes = parts * BLOCK_BYTES;
    String sizes = "1%06d%06d".formatted(bytes + 36, bytes);
    ByteWriter request = new ByteWriter().u8(REQUEST_DOWNLOAD).hex("00010000000000");
    request.u8(9).text("_" + number).u8(13).text(sizes);
    ByteWriter accepted = new ByteWriter().u8(REQUEST_DOWNLOAD);
    long at =
        job(
            nanos,
            REQUEST_DOWNLOAD,
            request,
            none(),
            accepted,
            none(),
            "request-download _" + number);
    for (int part = 0; part < (whole ? parts : 1); part++) {
      boolean more = part + 1 < parts;
      ByteWriter data = new ByteWriter().u16(BLOCK_BYTES).u16(0xfb);
      data.text("SIMULATED no program", BLOCK_BYTES, '.');
      ByteWriter answer = new ByteWriter().u8(DOWNLOAD_BLOCK).u8(more ? 1 : 0);
      at = reverse(at, DOWNLOAD_BLOCK, file(DOWNLOAD_BLOCK, number), answer, data);
    }
    if (!whole) {
      return at;
    }
    ByteWriter ended = new ByteWriter().u8(DOWNLOAD_ENDED);
    at = reverse(at, DOWNLOAD_ENDED, file(DOWNLOAD_ENDED, number), ended, none());
    ByteWriter insert = new ByteWriter().u8(CONTROL).zeros(6).u8(0xfd).u16(10).u8(1).u8(0);
    insert.text(number).u8(5).text("_INSE");
    ByteWriter done = new ByteWriter().u8(CONTROL);
    return job(at, CONTROL, insert, none(), done, none(), "plc-control _INSE " + number);
  }

  private static ByteWriter file(int function, String number) {
    return new ByteWriter().u8(function).zeros(7).u8(9).text("_" + number);
  }

  private long job(
      long nanos,
      int function,
      ByteWriter parameter,
      ByteWriter data,
      ByteWriter answer,
      ByteWriter answerData,
      String what) {
    boolean shows = !readsShowNothing || function == WRITE;
    List<Asked> asked = count(tcp.client, tcp.server, function);
    Mark mark = Mark.asks(act, asked, tcp.client, tcp.server, shows ? what : "");
    return exchange(nanos, true, mark, parameter, data, answer, answerData);
  }

  /** While a program moves, the controller asks and the client answers. */
  private long reverse(
      long nanos, int function, ByteWriter parameter, ByteWriter answer, ByteWriter answerData) {
    String what = function == DOWNLOAD_BLOCK ? "download-block" : "download-ended";
    Mark mark =
        Mark.asks(act, count(tcp.server, tcp.client, function), tcp.server, tcp.client, what);
    return exchange(nanos, false, mark, parameter, none(), answer, answerData);
  }

  private List<Asked> count(Host from, Host to, int function) {
    return List.of(stage.operations.of(from, to, PROTOCOL, function));
  }

  private long exchange(
      long nanos,
      boolean byClient,
      Mark mark,
      ByteWriter parameter,
      ByteWriter data,
      ByteWriter answer,
      ByteWriter answerData) {
    int number = reference++ & 0xffff;
    byte[] ask = new ByteWriter().add(parameter.bytes()).add(data.bytes()).bytes();
    byte[] reply = new ByteWriter().add(answer.bytes()).add(answerData.bytes()).bytes();
    long at = tcp.send(nanos, byClient, message(JOB, number, ask, parameter.size(), false), mark);
    byte[] message = message(ACK_DATA, number, reply, answer.size(), true);
    return tcp.settle(tcp.send(at + think(), !byClient, message));
  }

  private static byte[] message(
      int kind, int number, byte[] body, int parameterBytes, boolean errors) {
    int header = errors ? 12 : 10;
    ByteWriter out = new ByteWriter().u16(0x0300).u16(7 + header + body.length).hex("02f080");
    out.u8(0x32).u8(kind).u16(0).u16(number).u16(parameterBytes).u16(body.length - parameterBytes);
    return (errors ? out.u16(0) : out).add(body).bytes();
  }

  private long think() {
    return values.nanos(700_000, 6 * Stage.MILLI);
  }
}
