package org.bellbuoy.port.protocol.enip;

import org.bellbuoy.port.operation.OperationClass;

/**
 * Names and classes of services. Those below 0x32 mean the same for all classes (CIP volume 1,
 * appendix A); from 0x4b on the class says what they mean.
 */
final class CipServices {
  static final int GET_ALL = 0x01;
  static final int SET_ALL = 0x02;
  static final int GET_LIST = 0x03;
  static final int SET_LIST = 0x04;
  static final int RESET = 0x05;
  static final int START = 0x06;
  static final int STOP = 0x07;
  static final int CREATE = 0x08;
  static final int DELETE = 0x09;
  static final int MULTIPLE = 0x0a;
  static final int GET_SINGLE = 0x0e;
  static final int SET_SINGLE = 0x10;

  static final int EXECUTE_PCCC = 0x4b;
  static final int READ_TAG = 0x4c;
  static final int WRITE_TAG = 0x4d;
  static final int READ_MODIFY_WRITE_TAG = 0x4e;
  static final int READ_TAG_FRAGMENTED = 0x52;
  static final int WRITE_TAG_FRAGMENTED = 0x53;

  static final int FORWARD_CLOSE = 0x4e;
  static final int UNCONNECTED_SEND = 0x52;

  static final String OPENS = "forward-open";
  static final String OPENS_LARGE = "large-forward-open";

  static final int FORWARD_OPEN = 0x54;
  static final int LARGE_FORWARD_OPEN = 0x5b;

  private CipServices() {}

  /** Whether a path without a class, or one of these classes, means Logix data. */
  static boolean onTags(long cipClass, boolean named) {
    return named || cipClass == CipClasses.SYMBOL;
  }

  /**
   * The service's name.
   *
   * @param cipClass its class, {@link CipPath#NONE} where the path names a tag or is not known
   * @param named whether the path names a tag
   */
  static String name(int service, long cipClass, boolean named) {
    if (service < 0x32) {
      return common(service);
    }
    if (onTags(cipClass, named)) {
      return switch (service) {
        case READ_TAG -> "read-tag";
        case WRITE_TAG -> "write-tag";
        case READ_MODIFY_WRITE_TAG -> "read-modify-write-tag";
        case READ_TAG_FRAGMENTED -> "read-tag-fragmented";
        case WRITE_TAG_FRAGMENTED -> "write-tag-fragmented";
        case 0x55 -> "get-instance-attribute-list";
        default -> "unknown-tag-service";
      };
    }
    return switch ((int) Math.min(cipClass, 0xffff)) {
      case CipClasses.CONNECTION_MANAGER ->
          switch (service) {
            case FORWARD_CLOSE -> "forward-close";
            case UNCONNECTED_SEND -> "unconnected-send";
            case FORWARD_OPEN -> OPENS;
            case 0x56 -> "get-connection-data";
            case 0x57 -> "search-connection-data";
            case 0x5a -> "get-connection-owner";
            case LARGE_FORWARD_OPEN -> OPENS_LARGE;
            default -> "unknown-connection-service";
          };
      case CipClasses.PCCC -> service == EXECUTE_PCCC ? "execute-pccc" : "unknown-pccc-service";
      case CipClasses.FILE ->
          switch (service) {
            case 0x4b -> "initiate-upload";
            case 0x4c -> "initiate-download";
            case 0x4d -> "initiate-partial-read";
            case 0x4e -> "initiate-partial-write";
            case 0x4f -> "upload-transfer";
            case 0x50 -> "download-transfer";
            case 0x51 -> "clear-file";
            default -> "unknown-file-service";
          };
      case CipClasses.FIRMWARE ->
          switch (service) {
            case 0x4b -> "begin-firmware-update";
            case 0x4d -> "firmware-data";
            case 0x51 -> "end-firmware-update";
            default -> "unknown-firmware-service";
          };
      case CipClasses.PROGRAM, CipClasses.MAP ->
          service == 0x4d || service == 0x4e ? "force" : vendor(service);
      case CipClasses.EDIT_LOCK ->
          switch (service) {
            case 0x4b -> "lock";
            case 0x4c -> "unlock";
            default -> vendor(service);
          };
      case CipClasses.TEMPLATE -> service == READ_TAG ? "read-template" : vendor(service);
      case CipClasses.CONTROLLER -> service == 0x5c ? "engineering-handshake" : vendor(service);
      case CipClasses.ROUTINE ->
          switch (service) {
            case 0x4f, 0x50 -> "transfer-routine";
            case 0x51 -> "modify-routine";
            default -> vendor(service);
          };
      case CipClasses.DATA_TABLE -> service == 0x4c ? "read-data-table" : vendor(service);
      default -> vendor(service);
    };
  }

  private static String vendor(int service) {
    return service >= 0x4b ? "object-specific-service" : "vendor-service";
  }

  private static String common(int service) {
    return switch (service) {
      case GET_ALL -> "get-attributes-all";
      case SET_ALL -> "set-attributes-all";
      case GET_LIST -> "get-attribute-list";
      case SET_LIST -> "set-attribute-list";
      case RESET -> "reset";
      case START -> "start";
      case STOP -> "stop";
      case CREATE -> "create";
      case DELETE -> "delete";
      case MULTIPLE -> "multiple-service-packet";
      case 0x0d -> "apply-attributes";
      case GET_SINGLE -> "get-attribute-single";
      case SET_SINGLE -> "set-attribute-single";
      case 0x11 -> "find-next-object-instance";
      case 0x15 -> "restore";
      case 0x16 -> "save";
      case 0x17 -> "nop";
      case 0x18 -> "get-member";
      case 0x19 -> "set-member";
      case 0x1a -> "insert-member";
      case 0x1b -> "remove-member";
      case 0x1c -> "group-sync";
      case 0x1d -> "get-connection-point-member-list";
      default -> "unknown-service";
    };
  }

  /** What kind of thing a service is; see {@link #name} for the parameters. */
  static OperationClass classOf(int service, long cipClass, boolean named) {
    return switch (service) {
      case RESET, START, STOP -> OperationClass.CONTROL;
      case GET_ALL, GET_LIST, GET_SINGLE ->
          cipClass == CipClasses.IDENTITY ? OperationClass.DISCOVERY : OperationClass.READ;
      case 0x18, 0x1d -> OperationClass.READ;
      case SET_ALL, SET_LIST, SET_SINGLE, 0x19, 0x1a, 0x1b -> setting(cipClass);
      case CREATE, DELETE ->
          CipClasses.ofVendor(cipClass) ? OperationClass.PROGRAM : OperationClass.CONFIGURATION;
      case 0x0d ->
          CipClasses.ofVendor(cipClass) ? OperationClass.PROGRAM : OperationClass.CONFIGURATION;
      case 0x11 -> OperationClass.DISCOVERY;
      case 0x15, 0x16 -> OperationClass.CONFIGURATION;
      case 0x17, 0x1c -> OperationClass.DIAGNOSTIC;
      default -> specific(service, cipClass, named);
    };
  }

  private static OperationClass setting(long cipClass) {
    return switch ((int) Math.min(cipClass, 0xffff)) {
      case CipClasses.PROGRAM,
          CipClasses.ROUTINE,
          CipClasses.SYMBOL,
          CipClasses.TEMPLATE,
          CipClasses.PROJECT ->
          OperationClass.PROGRAM;
      case CipClasses.IDENTITY,
          CipClasses.CONNECTION_MANAGER,
          CipClasses.MAP,
          CipClasses.WALL_CLOCK,
          CipClasses.CONTROLLER,
          CipClasses.TCP_IP,
          0x0f,
          0x43,
          0x45,
          0x47,
          0x48,
          0x52,
          0x53,
          0x54,
          0x55,
          0x5d,
          0x5e,
          0x5f,
          0xf0,
          0xf3,
          0xf4,
          0xf6 ->
          OperationClass.CONFIGURATION;
      // What sets a drive going is an attribute of this class.
      case 0x29 -> OperationClass.CONTROL;
      default -> OperationClass.WRITE;
    };
  }

  private static OperationClass specific(int service, long cipClass, boolean named) {
    if (onTags(cipClass, named)) {
      return switch (service) {
        case READ_TAG, READ_TAG_FRAGMENTED -> OperationClass.READ;
        case WRITE_TAG, READ_MODIFY_WRITE_TAG, WRITE_TAG_FRAGMENTED -> OperationClass.WRITE;
        case 0x55 -> OperationClass.DISCOVERY;
        default -> OperationClass.OTHER;
      };
    }
    return switch ((int) Math.min(cipClass, 0xffff)) {
      case CipClasses.CONNECTION_MANAGER ->
          switch (service) {
            case FORWARD_CLOSE, FORWARD_OPEN, LARGE_FORWARD_OPEN, 0x56, 0x57, 0x5a ->
                OperationClass.DIAGNOSTIC;
            default -> OperationClass.OTHER;
          };
      case CipClasses.FIRMWARE -> OperationClass.FIRMWARE;
      case CipClasses.FILE ->
          switch (service) {
            case 0x4b, 0x4d, 0x4f -> OperationClass.READ;
            case 0x4c, 0x4e, 0x50, 0x51 -> OperationClass.PROGRAM;
            default -> OperationClass.OTHER;
          };
      case CipClasses.PROGRAM, CipClasses.MAP ->
          service == 0x4d || service == 0x4e ? OperationClass.CONTROL : OperationClass.OTHER;
      case CipClasses.EDIT_LOCK ->
          service == 0x4b || service == 0x4c ? OperationClass.CONTROL : OperationClass.OTHER;
      case CipClasses.TEMPLATE, CipClasses.DATA_TABLE ->
          service == READ_TAG ? OperationClass.READ : OperationClass.OTHER;
      case CipClasses.CONTROLLER ->
          service == 0x5c ? OperationClass.AUTHENTICATION : OperationClass.OTHER;
      case CipClasses.ROUTINE ->
          service >= 0x4f && service <= 0x51 ? OperationClass.PROGRAM : OperationClass.OTHER;
      default -> OperationClass.OTHER;
    };
  }
}
