package org.bellbuoy.port.protocol.bacnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.plc4x.java.bacnetip.readwrite.APDU;
import org.apache.plc4x.java.bacnetip.readwrite.APDUConfirmedRequest;
import org.apache.plc4x.java.bacnetip.readwrite.APDUUnconfirmedRequest;
import org.apache.plc4x.java.bacnetip.readwrite.BACnetApplicationTagNull;
import org.apache.plc4x.java.bacnetip.readwrite.BACnetApplicationTagObjectIdentifier;
import org.apache.plc4x.java.bacnetip.readwrite.BACnetConfirmedServiceRequest;
import org.apache.plc4x.java.bacnetip.readwrite.BACnetConfirmedServiceRequestAtomicReadFile;
import org.apache.plc4x.java.bacnetip.readwrite.BACnetConfirmedServiceRequestAtomicReadFileStream;
import org.apache.plc4x.java.bacnetip.readwrite.BACnetConfirmedServiceRequestAtomicWriteFile;
import org.apache.plc4x.java.bacnetip.readwrite.BACnetConfirmedServiceRequestDeviceCommunicationControl;
import org.apache.plc4x.java.bacnetip.readwrite.BACnetConfirmedServiceRequestReadProperty;
import org.apache.plc4x.java.bacnetip.readwrite.BACnetConfirmedServiceRequestReadPropertyMultiple;
import org.apache.plc4x.java.bacnetip.readwrite.BACnetConfirmedServiceRequestReinitializeDevice;
import org.apache.plc4x.java.bacnetip.readwrite.BACnetConfirmedServiceRequestSubscribeCOV;
import org.apache.plc4x.java.bacnetip.readwrite.BACnetConfirmedServiceRequestUnknown;
import org.apache.plc4x.java.bacnetip.readwrite.BACnetConfirmedServiceRequestWriteProperty;
import org.apache.plc4x.java.bacnetip.readwrite.BACnetConstructedData;
import org.apache.plc4x.java.bacnetip.readwrite.BACnetConstructedDataAnalogInputPresentValue;
import org.apache.plc4x.java.bacnetip.readwrite.BACnetConstructedDataAnalogOutputPresentValue;
import org.apache.plc4x.java.bacnetip.readwrite.BACnetConstructedDataBinaryInputPresentValue;
import org.apache.plc4x.java.bacnetip.readwrite.BACnetConstructedDataBinaryOutputPresentValue;
import org.apache.plc4x.java.bacnetip.readwrite.BACnetConstructedDataBinaryValuePresentValue;
import org.apache.plc4x.java.bacnetip.readwrite.BACnetConstructedDataUnspecified;
import org.apache.plc4x.java.bacnetip.readwrite.BACnetContextTagObjectIdentifier;
import org.apache.plc4x.java.bacnetip.readwrite.BACnetContextTagUnsignedInteger;
import org.apache.plc4x.java.bacnetip.readwrite.BACnetPropertyIdentifierTagged;
import org.apache.plc4x.java.bacnetip.readwrite.BACnetReadAccessSpecification;
import org.apache.plc4x.java.bacnetip.readwrite.BACnetUnconfirmedServiceRequest;
import org.apache.plc4x.java.bacnetip.readwrite.BACnetUnconfirmedServiceRequestIAm;
import org.apache.plc4x.java.bacnetip.readwrite.BACnetUnconfirmedServiceRequestIHave;
import org.apache.plc4x.java.bacnetip.readwrite.BACnetUnconfirmedServiceRequestUnconfirmedCOVNotification;
import org.apache.plc4x.java.bacnetip.readwrite.BACnetUnconfirmedServiceRequestUnknown;
import org.apache.plc4x.java.bacnetip.readwrite.BACnetUnconfirmedServiceRequestWhoIs;
import org.apache.plc4x.java.bacnetip.readwrite.BVLC;
import org.apache.plc4x.java.bacnetip.readwrite.BVLCDistributeBroadcastToNetwork;
import org.apache.plc4x.java.bacnetip.readwrite.BVLCForwardedNPDU;
import org.apache.plc4x.java.bacnetip.readwrite.BVLCOriginalBroadcastNPDU;
import org.apache.plc4x.java.bacnetip.readwrite.BVLCOriginalUnicastNPDU;
import org.apache.plc4x.java.bacnetip.readwrite.BVLCRegisterForeignDevice;
import org.apache.plc4x.java.bacnetip.readwrite.NPDU;
import org.apache.plc4x.java.spi.generation.ParseException;
import org.apache.plc4x.java.spi.generation.ReadBufferByteBased;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationResult;
import org.bellbuoy.port.operation.OperationText;
import org.bellbuoy.port.operation.TargetPart;
import org.bellbuoy.port.packet.PacketView;
import org.bellbuoy.port.watch.Payloads;
import org.bellbuoy.port.watch.Recorded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Apache PLC4X, a client library, reads the same packets: services, objects, properties, indices,
 * written values and priorities of requests are what stands in the ledger.
 */
class BacnetPlc4xTest {
  /** The first byte of BACnet over IP. */
  private static final byte BACNET_IP = (byte) 0x81;

  private final Map<Long, String> requests = new TreeMap<>();
  private int unread;
  private int values;

  /**
   * Not read by PLC4X: binary values other than 0 and 1 (six writes, refused as out of range),
   * enumerations it has no type for, services it does not know, and messages that are wrong.
   */
  @ParameterizedTest
  @CsvSource({
    "bacnet/BACnet_device_control.pcap, 1984, 32, 7",
    "bacnet/bacnet_services.pcap, 3632, 9, 0",
    "bacnet/bacnet_error_reject_abort.pcap, 33, 1, 6",
    "s4x15/BACnet_Host.pcap, 11433, 0, 0"
  })
  void whatPlc4xReadsIsWhatStandsInTheLedger(String capture, int asked, int written, int notRead) {
    Path file = Recorded.shared(capture);
    for (Payloads.Payload payload : Payloads.of(file, PacketView.Kind.UDP)) {
      if (payload.bytes()[0] == BACNET_IP) {
        read(payload);
      }
    }
    Map<Long, String> ours = new TreeMap<>();
    for (Operation o : Recorded.of(file).operations) {
      if (o.protocol() == Protocol.BACNET
          && o.result() != OperationResult.ANSWER_ONLY
          && requests.containsKey(o.request().frame())) {
        // Of several properties in one request PLC4X is asked for the first.
        ours.putIfAbsent(o.request().frame(), words(o));
      }
    }

    assertThat(ours).isEqualTo(requests);
    assertThat(requests).hasSize(asked);
    assertThat(values).isEqualTo(written);
    assertThat(unread).isEqualTo(notRead);
  }

  private void read(Payloads.Payload payload) {
    String words;
    try {
      BVLC link = BVLC.staticParse(new ReadBufferByteBased(payload.bytes()));
      words =
          switch (link) {
            case BVLCOriginalUnicastNPDU b -> words(b.getNpdu());
            case BVLCOriginalBroadcastNPDU b -> words(b.getNpdu());
            case BVLCForwardedNPDU b -> words(b.getNpdu());
            case BVLCDistributeBroadcastToNetwork b -> words(b.getNpdu());
            case BVLCRegisterForeignDevice b -> "register-foreign-device seconds " + b.getTtl();
            default -> null;
          };
    } catch (ParseException | RuntimeException e) {
      unread++;
      return;
    }
    if (words != null) {
      requests.put(payload.frame(), words);
    }
  }

  private @Nullable String words(NPDU npdu) {
    APDU apdu = npdu.getApdu();
    if (apdu instanceof APDUConfirmedRequest r && r.getServiceRequest() != null) {
      return confirmed(r.getServiceRequest());
    }
    return apdu instanceof APDUUnconfirmedRequest r ? unconfirmed(r.getServiceRequest()) : null;
  }

  private @Nullable String confirmed(BACnetConfirmedServiceRequest request) {
    if (request instanceof BACnetConfirmedServiceRequestUnknown) {
      return null;
    }
    return Services.confirmed(request.getServiceChoice().getValue())
        + switch (request) {
          case BACnetConfirmedServiceRequestReadProperty r ->
              object(r.getObjectIdentifier())
                  + property(r.getPropertyIdentifier(), r.getArrayIndex());
          case BACnetConfirmedServiceRequestWriteProperty r ->
              object(r.getObjectIdentifier())
                  + property(r.getPropertyIdentifier(), r.getArrayIndex())
                  + value(r.getPropertyValue())
                  + priority(r.getPriority());
          case BACnetConfirmedServiceRequestReadPropertyMultiple r -> {
            BACnetReadAccessSpecification first = r.getData().getFirst();
            int count =
                r.getData().stream().mapToInt(d -> d.getListOfPropertyReferences().size()).sum();
            yield object(first.getObjectIdentifier())
                + " property "
                + number(first.getListOfPropertyReferences().getFirst().getPropertyIdentifier())
                + " count "
                + count;
          }
          case BACnetConfirmedServiceRequestReinitializeDevice r ->
              " state " + r.getReinitializedStateOfDevice().getValue().getValue();
          case BACnetConfirmedServiceRequestDeviceCommunicationControl r ->
              " state " + r.getEnableDisable().getValue().getValue();
          case BACnetConfirmedServiceRequestAtomicReadFile r ->
              object(r.getFileIdentifier())
                  + (r.getAccessMethod()
                          instanceof BACnetConfirmedServiceRequestAtomicReadFileStream s
                      ? " start %s count %s"
                          .formatted(
                              s.getFileStartPosition().getActualValue(),
                              s.getRequestOctetCount().getActualValue())
                      : "");
          case BACnetConfirmedServiceRequestAtomicWriteFile r ->
              object(r.getDeviceIdentifier())
                  + " start "
                  + r.getFileStartPosition().getActualValue();
          case BACnetConfirmedServiceRequestSubscribeCOV r ->
              object(r.getMonitoredObjectIdentifier());
          default -> "";
        };
  }

  private static @Nullable String unconfirmed(BACnetUnconfirmedServiceRequest request) {
    if (request instanceof BACnetUnconfirmedServiceRequestUnknown) {
      return null;
    }
    return Services.unconfirmed(request.getServiceChoice().getValue())
        + switch (request) {
          case BACnetUnconfirmedServiceRequestIAm r -> object(r.getDeviceIdentifier());
          case BACnetUnconfirmedServiceRequestIHave r -> object(r.getObjectIdentifier());
          case BACnetUnconfirmedServiceRequestUnconfirmedCOVNotification r ->
              object(r.getMonitoredObjectIdentifier());
          case BACnetUnconfirmedServiceRequestWhoIs r -> limits(r);
          default -> "";
        };
  }

  private static String limits(BACnetUnconfirmedServiceRequestWhoIs asked) {
    BACnetContextTagUnsignedInteger lowest = asked.getDeviceInstanceRangeLowLimit();
    return lowest == null
        ? ""
        : " from %s to %s"
            .formatted(
                lowest.getActualValue(), asked.getDeviceInstanceRangeHighLimit().getActualValue());
  }

  private static String object(BACnetContextTagObjectIdentifier id) {
    return " type %d instance %d"
        .formatted(
            id.getPayload().getIsProprietary()
                ? id.getPayload().getProprietaryValue()
                : id.getObjectType().getValue(),
            id.getInstanceNumber());
  }

  private static String object(BACnetApplicationTagObjectIdentifier id) {
    return " type %d instance %d"
        .formatted(
            id.getPayload().getIsProprietary()
                ? id.getPayload().getProprietaryValue()
                : id.getObjectType().getValue(),
            id.getInstanceNumber());
  }

  private static long number(BACnetPropertyIdentifierTagged property) {
    return property.getIsProprietary()
        ? property.getProprietaryValue()
        : property.getValue().getValue();
  }

  private static String property(
      BACnetPropertyIdentifierTagged property, @Nullable BACnetContextTagUnsignedInteger index) {
    return " property "
        + number(property)
        + (index == null ? "" : " index " + index.getActualValue());
  }

  private static String priority(@Nullable BACnetContextTagUnsignedInteger priority) {
    return priority == null ? "" : " priority " + priority.getActualValue();
  }

  private String value(BACnetConstructedData data) {
    values++;
    return switch (data) {
      case BACnetConstructedDataAnalogInputPresentValue v ->
          " real " + v.getPresentValue().getActualValue();
      case BACnetConstructedDataAnalogOutputPresentValue v ->
          " real " + v.getPresentValue().getActualValue();
      case BACnetConstructedDataBinaryInputPresentValue v ->
          " number " + v.getPresentValue().getValue().getValue();
      case BACnetConstructedDataBinaryOutputPresentValue v ->
          " number " + v.getPresentValue().getValue().getValue();
      case BACnetConstructedDataBinaryValuePresentValue v ->
          " number " + v.getPresentValue().getValue().getValue();
      case BACnetConstructedDataUnspecified v -> {
        assertThat(v.getData().getFirst().getApplicationTag())
            .isInstanceOf(BACnetApplicationTagNull.class);
        yield " null";
      }
      default ->
          throw new AssertionError("a value of a kind that this test does not know: " + data);
    };
  }

  private static String words(Operation o) {
    String object =
        " type %d instance %d".formatted(o.number(TargetPart.TYPE), o.number(TargetPart.INSTANCE));
    String index = o.hasNumber(TargetPart.ADDRESS) ? " index " + o.number(TargetPart.ADDRESS) : "";
    String property = " property " + o.number(TargetPart.ATTRIBUTE);
    return o.functionName()
        + switch (o.functionName()) {
          case "read-property" -> object + property + index;
          case "write-property" ->
              object
                  + property
                  + index
                  + switch (o.valueKind()) {
                    case REAL -> " real " + (float) o.valueReal();
                    case NUMBER -> " number " + o.valueNumber();
                    default -> " " + OperationText.value(o);
                  }
                  + (o.hasNumber(TargetPart.PRIORITY)
                      ? " priority " + o.number(TargetPart.PRIORITY)
                      : "");
          case "read-property-multiple" ->
              object + property + " count " + o.number(TargetPart.COUNT);
          case "reinitialize-device", "device-communication-control" ->
              " state " + o.number(TargetPart.SUBFUNCTION);
          case "atomic-read-file" ->
              object
                  + ("stream".equals(o.text(TargetPart.AREA))
                      ? " start %d count %d"
                          .formatted(o.number(TargetPart.ADDRESS), o.number(TargetPart.COUNT))
                      : "");
          case "atomic-write-file" -> object + " start " + o.number(TargetPart.ADDRESS);
          case "subscribe-cov", "i-am", "i-have", "unconfirmed-cov-notification" -> object;
          case "who-is" ->
              o.hasNumber(TargetPart.ADDRESS)
                  ? " from %d to %d"
                      .formatted(
                          o.number(TargetPart.ADDRESS),
                          o.number(TargetPart.ADDRESS) + o.number(TargetPart.COUNT) - 1)
                  : "";
          case "register-foreign-device" -> " seconds " + o.valueNumber();
          default -> "";
        };
  }
}
