package org.bellbuoy.port.policy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.operation.OperationClass;

/** Writes a policy as the file that is read again. */
public final class PolicyText {
  private static final int MOST_ON_A_LINE = 8;

  private PolicyText() {}

  /**
   * The file's text.
   *
   * @param remarks lines that stand before it as comments
   */
  public static String of(Policy policy, List<String> remarks) {
    StringBuilder out = new StringBuilder();
    for (String remark : remarks) {
      out.append("# ").append(remark.replaceAll("\\p{Cntrl}", " ")).append('\n');
    }
    out.append("timeZone: ").append(quoted(policy.zoneId().getId())).append('\n');
    out.append("zones:\n");
    for (Zone zone : policy.zones()) {
      if (!zone.remote()) {
        zone(out, zone);
      }
    }
    if (policy.zones().stream().anyMatch(Zone::remote)) {
      out.append("remoteParties:\n");
      policy.zones().stream().filter(Zone::remote).forEach(party -> zone(out, party));
    }
    out.append("conduits:\n");
    for (Conduit conduit : policy.conduits()) {
      conduit(out, conduit);
    }
    return out.toString();
  }

  private static void zone(StringBuilder out, Zone zone) {
    out.append("  - name: ").append(quoted(zone.name())).append('\n');
    if (!zone.remote()) {
      out.append("    level: ").append(level(zone.level())).append('\n');
    }
    if (!zone.ranges().isEmpty()) {
      list(out, "addresses", zone.ranges().stream().map(Cidr::toString).toList());
    }
    if (!zone.macs().isEmpty()) {
      list(out, "macs", zone.macs().stream().sorted().map(Endpoint::macText).toList());
    }
    if (!zone.tags().isEmpty()) {
      list(out, "tags", zone.tags().stream().sorted().toList());
    }
  }

  private static String level(double level) {
    return level == Math.rint(level)
        ? Long.toString((long) level)
        : String.format(Locale.ROOT, "%.1f", level);
  }

  private static void conduit(StringBuilder out, Conduit conduit) {
    out.append("  - name: ").append(quoted(conduit.name())).append('\n');
    list(out, "from", conduit.from().stream().sorted().toList());
    list(out, "to", conduit.to().stream().sorted().toList());
    List<Service> services = conduit.services();
    list(
        out,
        "protocols",
        services == null
            ? List.of(PolicyReader.ANY)
            : services.stream().map(Service::toString).toList());
    Set<OperationClass> classes = conduit.classes();
    list(
        out,
        "operations",
        classes == null
            ? List.of(PolicyReader.ANY)
            : classes.isEmpty()
                ? List.of("none")
                : classes.stream().sorted().map(OperationClass::word).toList());
    if (conduit.both()) {
      out.append("    direction: both\n");
    }
    if (!conduit.hours().isEmpty()) {
      list(out, "hours", conduit.hours().stream().map(Hours::text).toList());
    }
  }

  private static void list(StringBuilder out, String key, List<String> values) {
    out.append("    ").append(key).append(":");
    if (values.size() <= MOST_ON_A_LINE) {
      out.append(" [")
          .append(String.join(", ", values.stream().map(PolicyText::quoted).toList()))
          .append("]\n");
      return;
    }
    out.append('\n');
    values.forEach(value -> out.append("      - ").append(quoted(value)).append('\n'));
  }

  /** Plain where YAML takes it for nothing but text, else in quotes. */
  private static String quoted(String text) {
    return text.matches("[A-Za-z][A-Za-z0-9._/-]*( [A-Za-z0-9._/()-]+)*")
        ? text
        : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
