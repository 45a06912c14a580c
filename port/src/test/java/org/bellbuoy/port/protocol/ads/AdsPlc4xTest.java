package org.bellbuoy.port.protocol.ads;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.plc4x.java.ads.readwrite.AdsAddDeviceNotificationRequest;
import org.apache.plc4x.java.ads.readwrite.AdsDeleteDeviceNotificationRequest;
import org.apache.plc4x.java.ads.readwrite.AdsMultiRequestItem;
import org.apache.plc4x.java.ads.readwrite.AdsMultiRequestItemRead;
import org.apache.plc4x.java.ads.readwrite.AdsReadRequest;
import org.apache.plc4x.java.ads.readwrite.AdsReadWriteRequest;
import org.apache.plc4x.java.ads.readwrite.AdsWriteControlRequest;
import org.apache.plc4x.java.ads.readwrite.AdsWriteRequest;
import org.apache.plc4x.java.ads.readwrite.AmsNetId;
import org.apache.plc4x.java.ads.readwrite.AmsPacket;
import org.apache.plc4x.java.ads.readwrite.AmsTCPPacket;
import org.apache.plc4x.java.spi.generation.ByteOrder;
import org.apache.plc4x.java.spi.generation.ParseException;
import org.apache.plc4x.java.spi.generation.ReadBufferByteBased;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationResult;
import org.bellbuoy.port.operation.TargetPart;
import org.bellbuoy.port.packet.PacketView;
import org.bellbuoy.port.watch.Payloads;
import org.bellbuoy.port.watch.Recorded;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Apache PLC4X, a client library, reads the same packets: target, command, index group, offset,
 * length and data of requests are what stands in the ledger.
 */
class AdsPlc4xTest {
  private static final int SERVER = 48898;
  private static final int HEADER_BYTES = 38;

  private final Map<Long, List<String>> requests = new TreeMap<>();
  private int unread;

  @ParameterizedTest
  @CsvSource({"ads/manual-test-capture.pcapng, 146, 0", "ads/addroute1.pcapng, 2, 0"})
  void whatPlc4xReadsIsWhatStandsInTheLedger(String capture, int asked, int notRead) {
    Path file = Recorded.shared(capture);
    for (Payloads.Payload payload : Payloads.of(file, PacketView.Kind.TCP)) {
      if (payload.sourcePort() == SERVER || payload.destinationPort() == SERVER) {
        read(payload);
      }
    }
    Map<Long, List<String>> ours = new TreeMap<>();
    for (Operation o : Recorded.of(file).operations) {
      boolean stream = o.protocol() == Protocol.ADS && o.functionCode() <= Ams.READ_WRITE;
      if (stream && o.result() != OperationResult.ANSWER_ONLY) {
        ours.computeIfAbsent(o.request().frame(), frame -> new ArrayList<>()).add(words(o));
      }
    }
    ours.keySet().retainAll(requests.keySet());

    assertThat(ours).isEqualTo(requests);
    assertThat(requests.values().stream().mapToInt(List::size).sum()).isEqualTo(asked);
    assertThat(unread).isEqualTo(notRead);
  }

  private void read(Payloads.Payload payload) {
    ReadBufferByteBased buffer = new ReadBufferByteBased(payload.bytes(), ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasMore(HEADER_BYTES * 8)) {
      try {
        AmsPacket packet = AmsTCPPacket.staticParse(buffer).getUserdata();
        if (!packet.getResponse() && packet.getCommandId().getValue() != Ams.NOTIFICATION) {
          requests
              .computeIfAbsent(payload.frame(), frame -> new ArrayList<>())
              .add(
                  "%s port %d command %d%s"
                      .formatted(
                          net(packet.getTargetAmsNetId()),
                          packet.getTargetAmsPort(),
                          packet.getCommandId().getValue(),
                          words(packet)));
        }
      } catch (ParseException | RuntimeException e) {
        unread++;
        return;
      }
    }
  }

  private static String net(AmsNetId id) {
    return "%d.%d.%d.%d.%d.%d"
        .formatted(
            id.getOctet1(),
            id.getOctet2(),
            id.getOctet3(),
            id.getOctet4(),
            id.getOctet5(),
            id.getOctet6());
  }

  private static String words(AmsPacket packet) {
    return switch (packet) {
      case AdsReadRequest r -> index(r.getIndexGroup(), r.getIndexOffset(), r.getLength());
      case AdsWriteRequest r ->
          index(r.getIndexGroup(), r.getIndexOffset(), r.getData().length) + hex(r.getData());
      case AdsAddDeviceNotificationRequest r ->
          index(r.getIndexGroup(), r.getIndexOffset(), r.getLength());
      case AdsReadWriteRequest r -> {
        StringBuilder items = new StringBuilder();
        for (AdsMultiRequestItem item : r.getItems()) {
          // Several reads in one: their groups, offsets and lengths are data of the request.
          AdsMultiRequestItemRead read = (AdsMultiRequestItemRead) item;
          items
              .append(little(read.getItemIndexGroup()))
              .append(little(read.getItemIndexOffset()))
              .append(little(read.getItemReadLength()));
        }
        yield index(r.getIndexGroup(), r.getIndexOffset(), r.getReadLength())
            + cut(items + hex(withoutEnd(r.getIndexGroup(), r.getData())));
      }
      case AdsWriteControlRequest r -> " state " + r.getAdsState();
      case AdsDeleteDeviceNotificationRequest r -> " handle " + r.getNotificationHandle();
      default -> "";
    };
  }

  private static String words(Operation o) {
    String target =
        "%s port %d command %d"
            .formatted(o.text(TargetPart.UNIT), o.number(TargetPart.UNIT), o.functionCode());
    String index =
        index(o.number(TargetPart.TYPE), o.number(TargetPart.INSTANCE), o.number(TargetPart.COUNT));
    return target
        + switch (o.functionCode()) {
          case Ams.READ, 6 -> index;
          case Ams.WRITE -> index + hex(kept(o));
          case Ams.READ_WRITE -> index + hex(sent(o));
          case Ams.WRITE_CONTROL -> " state " + o.number(TargetPart.SUBFUNCTION);
          case 7 -> " handle " + o.number(TargetPart.INSTANCE);
          default -> "";
        };
  }

  private static String index(long group, long offset, long length) {
    return " group %d offset %d length %d data ".formatted(group, offset, length);
  }

  /** Names that were sent stand in the ledger as names, anything else as the value. */
  private static byte[] sent(Operation o) {
    String name = o.text(TargetPart.NAME);
    return name == null ? kept(o) : name.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] kept(Operation o) {
    byte[] bytes = new byte[Math.min(o.valueLength(), Operation.KEPT_VALUE_BYTES)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) o.valueByte(i);
    }
    return bytes;
  }

  /** The zero behind the name of a symbol is no part of it. */
  private static byte[] withoutEnd(long group, byte[] data) {
    boolean ended = group == Groups.HANDLE_BY_NAME && data[data.length - 1] == 0;
    return ended ? Arrays.copyOf(data, data.length - 1) : data;
  }

  private static String little(long number) {
    return HexFormat.of().toHexDigits(Integer.reverseBytes((int) number));
  }

  private static String hex(byte[] bytes) {
    return cut(HexFormat.of().formatHex(bytes));
  }

  /** The ledger keeps the first bytes only. */
  private static String cut(String hex) {
    return hex.substring(0, Math.min(hex.length(), 2 * Operation.KEPT_VALUE_BYTES));
  }
}
