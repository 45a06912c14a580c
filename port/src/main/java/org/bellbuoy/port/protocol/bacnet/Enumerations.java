package org.bellbuoy.port.protocol.bacnet;

/**
 * Names of object types, properties and error codes (ASHRAE 135-2020, clause 21, enumerations).
 * Others have no name here and are told by number.
 */
final class Enumerations {
  private static final String[] OBJECT_TYPES =
      split(
          """
      analog-input analog-output analog-value binary-input binary-output binary-value calendar
      command device event-enrollment file group loop multi-state-input multi-state-output
      notification-class program schedule averaging multi-state-value trend-log life-safety-point
      life-safety-zone accumulator pulse-converter event-log global-group trend-log-multiple
      load-control structured-view access-door timer access-credential access-point access-rights
      access-user access-zone credential-data-input network-security bitstring-value
      characterstring-value date-pattern-value date-value datetime-pattern-value datetime-value
      integer-value large-analog-value octetstring-value positive-integer-value
      time-pattern-value time-value notification-forwarder alert-enrollment channel
      lighting-output binary-lighting-output network-port elevator-group escalator lift staging
      audit-log audit-reporter color color-temperature
      """);

  private static final String[] PROPERTIES =
      split(
          """
      acked-transitions ack-required action action-text active-text active-vt-sessions
      alarm-value alarm-values all all-writes-successful apdu-segment-timeout apdu-timeout
      application-software-version archive bias change-of-state-count change-of-state-time
      notification-class - controlled-variable-reference controlled-variable-units
      controlled-variable-value cov-increment date-list daylight-savings-status deadband
      derivative-constant derivative-constant-units description description-of-halt
      device-address-binding device-type effective-period elapsed-active-time error-limit
      event-enable event-state event-type exception-schedule fault-values feedback-value
      file-access-method file-size file-type firmware-revision high-limit inactive-text
      in-process instance-of integral-constant integral-constant-units
      issue-confirmed-notifications limit-enable list-of-group-members
      list-of-object-property-references list-of-session-keys local-date local-time location
      low-limit manipulated-variable-reference maximum-output max-apdu-length-accepted
      max-info-frames max-master max-pres-value minimum-off-time minimum-on-time minimum-output
      min-pres-value model-name modification-date notify-type number-of-apdu-retries
      number-of-states object-identifier object-list object-name object-property-reference
      object-type optional out-of-service output-units event-parameters polarity present-value
      priority priority-array priority-for-writing process-identifier program-change
      program-location program-state proportional-constant proportional-constant-units
      protocol-conformance-class protocol-object-types-supported protocol-services-supported
      protocol-version read-only reason-for-halt recipient recipient-list reliability
      relinquish-default required resolution segmentation-supported setpoint setpoint-reference
      state-text status-flags system-status time-delay time-of-active-time-reset
      time-of-state-count-reset time-synchronization-recipients units update-interval utc-offset
      vendor-identifier vendor-name vt-classes-supported weekly-schedule attempted-samples
      average-value buffer-size client-cov-increment cov-resubscription-interval
      current-notify-time event-time-stamps log-buffer log-device-object-property enable
      log-interval maximum-value minimum-value notification-threshold previous-notify-time
      protocol-revision records-since-notification record-count start-time stop-time
      stop-when-full total-record-count valid-samples window-interval window-samples
      maximum-value-time-stamp minimum-value-time-stamp variance-value active-cov-subscriptions
      backup-failure-timeout configuration-files database-revision direct-reading
      last-restore-time maintenance-required member-of mode operation-expected setting silenced
      tracking-value zone-members life-safety-alarm-values max-segments-accepted profile-name
      auto-slave-discovery manual-slave-address-binding slave-address-binding slave-proxy-enable
      last-notify-record schedule-default accepted-modes adjust-value count count-before-change
      count-change-time cov-period input-reference limit-monitoring-interval logging-object
      logging-record prescale pulse-rate scale scale-factor update-time value-before-change
      value-set value-change-time align-intervals group-member-names interval-offset
      last-restart-reason logging-type member-status-flags notification-period
      previous-notify-record requested-update-interval restart-notification-recipients
      time-of-device-restart time-synchronization-interval trigger
      utc-time-synchronization-recipients node-subtype node-type structured-object-list
      subordinate-annotations subordinate-list actual-shed-level duty-window expected-shed-level
      full-duty-baseline - - requested-shed-level shed-duration shed-level-descriptions
      shed-levels state-description - - - door-alarm-state door-extended-pulse-time door-members
      door-open-too-long-time door-pulse-time door-status door-unlock-delay-time lock-status
      masked-alarm-values secured-status
      """);

  private static final String[] ERRORS =
      split(
          """
      other authentication-failed configuration-in-progress device-busy
      dynamic-creation-not-supported file-access-denied incompatible-security-levels
      inconsistent-parameters inconsistent-selection-criterion invalid-data-type
      invalid-file-access-method invalid-file-start-position invalid-operator-name
      invalid-parameter-data-type invalid-time-stamp key-generation-error
      missing-required-parameter no-objects-of-specified-type no-space-for-object
      no-space-to-add-list-element no-space-to-write-property no-vt-sessions-available
      property-is-not-a-list object-deletion-not-permitted object-identifier-already-exists
      operational-problem password-failure read-access-denied security-not-supported
      service-request-denied timeout unknown-object unknown-property - unknown-vt-class
      unknown-vt-session unsupported-object-type value-out-of-range vt-session-already-closed
      vt-session-termination-failure write-access-denied character-set-not-supported
      invalid-array-index cov-subscription-failed not-cov-property
      optional-functionality-not-supported invalid-configuration-data datatype-not-supported
      duplicate-name duplicate-object-id property-is-not-an-array abort-buffer-overflow
      abort-invalid-apdu-in-this-state abort-preempted-by-higher-priority-task
      abort-segmentation-not-supported abort-proprietary abort-other invalid-tag network-down
      reject-buffer-overflow reject-inconsistent-parameters reject-invalid-parameter-data-type
      reject-invalid-tag reject-missing-required-parameter reject-parameter-out-of-range
      reject-too-many-arguments reject-undefined-enumeration reject-unrecognized-service
      reject-proprietary reject-other unknown-device unknown-route value-not-initialized
      invalid-event-state no-alarm-configured log-buffer-full logged-value-purged
      no-property-specified not-configured-for-triggered-logging unknown-subscription
      parameter-out-of-range list-element-not-found busy communication-disabled success
      access-denied bad-destination-address bad-destination-device-id bad-signature
      bad-source-address bad-timestamp cannot-use-key cannot-verify-message-id
      correct-key-revision destination-device-id-required duplicate-message
      encryption-not-configured encryption-required incorrect-key invalid-key-data
      key-update-in-progress malformed-message not-key-server security-not-configured
      source-security-required too-many-keys unknown-authentication-type unknown-key
      unknown-key-revision unknown-source-message not-router-to-dnet router-busy
      unknown-network-message message-too-long security-error addressing-error write-bdt-failed
      read-bdt-failed register-foreign-device-failed read-fdt-failed delete-fdt-entry-failed
      distribute-broadcast-failed unknown-file-size abort-apdu-too-long
      abort-application-exceeded-reply-time abort-out-of-resources abort-tsm-timeout
      abort-window-size-out-of-range file-full inconsistent-configuration
      inconsistent-object-type internal-error not-configured out-of-memory value-too-long
      abort-insufficient-security abort-security-error duplicate-entry
      invalid-value-in-this-state invalid-operation-in-this-state list-item-not-numbered
      list-item-not-timestamped invalid-data-encoding
      """);

  private Enumerations() {}

  private static String[] split(String names) {
    return names.strip().split("\\s+");
  }

  private static String name(String[] names, long number) {
    return number >= 0 && number < names.length && !names[(int) number].equals("-")
        ? names[(int) number]
        : "";
  }

  /** Name of an object type, empty where unknown. */
  static String objectType(long type) {
    return name(OBJECT_TYPES, type);
  }

  /** Name of a property, empty where unknown. */
  static String property(long property) {
    return property == BacnetIdentity.SERIAL_NUMBER
        ? "serial-number"
        : property == 371 ? "property-list" : name(PROPERTIES, property);
  }

  /** Name of an error code. */
  static String error(long code) {
    String name = name(ERRORS, code);
    return name.isEmpty() ? "unknown-error" : name;
  }
}
