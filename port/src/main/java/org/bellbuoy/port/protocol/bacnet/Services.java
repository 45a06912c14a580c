package org.bellbuoy.port.protocol.bacnet;

import org.bellbuoy.port.operation.OperationClass;

/** Names and classes of the services (ASHRAE 135-2020, clause 21) and reasons of refusal. */
final class Services {
  static final int READ_PROPERTY = 12;
  static final int READ_PROPERTY_MULTIPLE = 14;
  static final int WRITE_PROPERTY = 15;
  static final int WRITE_PROPERTY_MULTIPLE = 16;

  private Services() {}

  static String confirmed(int service) {
    return switch (service) {
      case 0 -> "acknowledge-alarm";
      case 1 -> "confirmed-cov-notification";
      case 2 -> "confirmed-event-notification";
      case 3 -> "get-alarm-summary";
      case 4 -> "get-enrollment-summary";
      case 5 -> "subscribe-cov";
      case 6 -> "atomic-read-file";
      case 7 -> "atomic-write-file";
      case 8 -> "add-list-element";
      case 9 -> "remove-list-element";
      case 10 -> "create-object";
      case 11 -> "delete-object";
      case 12 -> "read-property";
      case 13 -> "read-property-conditional";
      case 14 -> "read-property-multiple";
      case 15 -> "write-property";
      case 16 -> "write-property-multiple";
      case 17 -> "device-communication-control";
      case 18 -> "confirmed-private-transfer";
      case 19 -> "confirmed-text-message";
      case 20 -> "reinitialize-device";
      case 21 -> "vt-open";
      case 22 -> "vt-close";
      case 23 -> "vt-data";
      case 24 -> "authenticate";
      case 25 -> "request-key";
      case 26 -> "read-range";
      case 27 -> "life-safety-operation";
      case 28 -> "subscribe-cov-property";
      case 29 -> "get-event-information";
      case 30 -> "subscribe-cov-property-multiple";
      case 31 -> "confirmed-cov-notification-multiple";
      case 32 -> "confirmed-audit-notification";
      case 33 -> "audit-log-query";
      default -> "unknown-confirmed-service";
    };
  }

  /** Notifications are values told, so they count as reads of who sends them. */
  static OperationClass confirmedClass(int service) {
    return switch (service) {
      case 1, 2, 5, 6, 12, 13, 14, 26, 28, 30, 31, 32, 33 -> OperationClass.READ;
      case 8, 9, 15, 16 -> OperationClass.WRITE;
      case 0, 17, 20, 27 -> OperationClass.CONTROL;
      case 7 -> OperationClass.PROGRAM;
      case 10, 11 -> OperationClass.CONFIGURATION;
      case 3, 4, 29 -> OperationClass.DIAGNOSTIC;
      case 24, 25 -> OperationClass.AUTHENTICATION;
      default -> OperationClass.OTHER;
    };
  }

  static String unconfirmed(int service) {
    return switch (service) {
      case 0 -> "i-am";
      case 1 -> "i-have";
      case 2 -> "unconfirmed-cov-notification";
      case 3 -> "unconfirmed-event-notification";
      case 4 -> "unconfirmed-private-transfer";
      case 5 -> "unconfirmed-text-message";
      case 6 -> "time-synchronization";
      case 7 -> "who-has";
      case 8 -> "who-is";
      case 9 -> "utc-time-synchronization";
      case 10 -> "write-group";
      case 11 -> "unconfirmed-cov-notification-multiple";
      case 12 -> "unconfirmed-audit-notification";
      case 13 -> "who-am-i";
      case 14 -> "you-are";
      default -> "unknown-unconfirmed-service";
    };
  }

  static OperationClass unconfirmedClass(int service) {
    return switch (service) {
      case 0, 1, 7, 8, 13 -> OperationClass.DISCOVERY;
      case 2, 3, 11, 12 -> OperationClass.READ;
      case 6, 9, 14 -> OperationClass.CONFIGURATION;
      case 10 -> OperationClass.WRITE;
      default -> OperationClass.OTHER;
    };
  }

  /** Messages of the network layer (6.4). */
  static String network(int message) {
    return switch (message) {
      case 0 -> "who-is-router-to-network";
      case 1 -> "i-am-router-to-network";
      case 2 -> "i-could-be-router-to-network";
      case 3 -> "reject-message-to-network";
      case 4 -> "router-busy-to-network";
      case 5 -> "router-available-to-network";
      case 6 -> "initialize-routing-table";
      case 7 -> "initialize-routing-table-ack";
      case 8 -> "establish-connection-to-network";
      case 9 -> "disconnect-connection-to-network";
      case 18 -> "what-is-network-number";
      case 19 -> "network-number-is";
      default -> "unknown-network-message";
    };
  }

  static OperationClass networkClass(int message) {
    return switch (message) {
      case 0, 1, 2, 18, 19 -> OperationClass.DISCOVERY;
      case 3, 4, 5, 7 -> OperationClass.DIAGNOSTIC;
      case 6, 8, 9 -> OperationClass.CONFIGURATION;
      default -> OperationClass.OTHER;
    };
  }

  /** States of a device that is reinitialized (16.4). */
  static String reinitialized(long state) {
    return switch ((int) state) {
      case 0 -> "coldstart";
      case 1 -> "warmstart";
      case 2 -> "start-backup";
      case 3 -> "end-backup";
      case 4 -> "start-restore";
      case 5 -> "end-restore";
      case 6 -> "abort-restore";
      case 7 -> "activate-changes";
      default -> "unknown-state";
    };
  }

  /** What a device is told of its communication (16.1). */
  static String communication(long state) {
    return switch ((int) state) {
      case 0 -> "enable";
      case 1 -> "disable";
      case 2 -> "disable-initiation";
      default -> "unknown-state";
    };
  }

  static String rejected(int reason) {
    return switch (reason) {
      case 0 -> "reject-other";
      case 1 -> "reject-buffer-overflow";
      case 2 -> "reject-inconsistent-parameters";
      case 3 -> "reject-invalid-parameter-data-type";
      case 4 -> "reject-invalid-tag";
      case 5 -> "reject-missing-required-parameter";
      case 6 -> "reject-parameter-out-of-range";
      case 7 -> "reject-too-many-arguments";
      case 8 -> "reject-undefined-enumeration";
      case 9 -> "reject-unrecognized-service";
      default -> "reject-unknown-reason";
    };
  }

  static String aborted(int reason) {
    return switch (reason) {
      case 0 -> "abort-other";
      case 1 -> "abort-buffer-overflow";
      case 2 -> "abort-invalid-apdu-in-this-state";
      case 3 -> "abort-preempted-by-higher-priority-task";
      case 4 -> "abort-segmentation-not-supported";
      case 5 -> "abort-security-error";
      case 6 -> "abort-insufficient-security";
      case 7 -> "abort-window-size-out-of-range";
      case 8 -> "abort-application-exceeded-reply-time";
      case 9 -> "abort-out-of-resources";
      case 10 -> "abort-tsm-timeout";
      case 11 -> "abort-apdu-too-long";
      default -> "abort-unknown-reason";
    };
  }
}
