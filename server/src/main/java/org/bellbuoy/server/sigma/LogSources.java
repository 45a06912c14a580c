package org.bellbuoy.server.sigma;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.server.log.LogKind;
import org.jspecify.annotations.Nullable;

/** Reads log sources of rules. */
final class LogSources {
  private static final Set<String> ACCESS_PRODUCTS =
      Set.of("apache", "nginx", "tomcat", "lighttpd");

  private LogSources() {}

  /** A log source as words. */
  record Named(String category, String product, String service) {
    static Named of(@Nullable Object value) throws SigmaRuleException {
      if (value == null) {
        throw new SigmaRuleException("logsource: is missing");
      }
      if (!(value instanceof Map<?, ?> map)) {
        throw new SigmaRuleException("logsource: is no map");
      }
      return new Named(word(map, "category"), word(map, "product"), word(map, "service"));
    }

    private static String word(Map<?, ?> map, String key) {
      Object value = map.get(key);
      return value == null ? "" : String.valueOf(value).strip().toLowerCase(Locale.ROOT);
    }

    /** As words, for people. */
    String told() {
      StringBuilder out = new StringBuilder();
      String[][] parts = {{"category", category}, {"product", product}, {"service", service}};
      for (String[] part : parts) {
        if (!part[1].isEmpty()) {
          out.append(out.isEmpty() ? "" : ", ").append(part[0]).append(' ').append(part[1]);
        }
      }
      return out.toString();
    }

    /** Whether another is the same or narrower, as a filter covers a rule. */
    boolean covers(Named other) {
      return (category.isEmpty() || category.equals(other.category))
          && (product.isEmpty() || product.equals(other.product))
          && (service.isEmpty() || service.equals(other.service));
    }
  }

  /** Which records it means. */
  static LogTarget target(Named named) throws SigmaRuleException {
    LogTarget target =
        named.product.equals("windows") || WindowsChannels.category(named.category) != null
            ? events(named)
            : web(named);
    if (target == null) {
      throw new SigmaRuleException(
          "logsource: no records here are of " + SigmaRuleException.quote(named.told()));
    }
    return target;
  }

  private static @Nullable LogTarget web(Named named) {
    Set<LogKind> kinds;
    if (named.product.isEmpty()) {
      kinds = named.category.isEmpty() ? null : EnumSet.allOf(LogKind.class);
    } else if (named.product.equals("iis")) {
      kinds = EnumSet.of(LogKind.W3C);
    } else if (ACCESS_PRODUCTS.contains(named.product)) {
      kinds = EnumSet.of(LogKind.ACCESS);
    } else if (named.product.equals("exchange") || named.product.equals("msexchange")) {
      kinds = EnumSet.of(LogKind.HTTP_PROXY, LogKind.ECP_SERVER, LogKind.OAB_GENERATOR);
    } else {
      kinds = null;
    }
    boolean category =
        named.category.isEmpty()
            || named.category.equals("webserver")
            || named.category.equals("proxy");
    if (kinds == null || !category) {
      return null;
    }
    return switch (named.service) {
      case "", "access", "iis", "w3c" -> new LogTarget.Web(kinds);
      case "httpproxy" -> only(kinds, LogKind.HTTP_PROXY);
      case "ecp" -> only(kinds, LogKind.ECP_SERVER);
      case "oabgenerator" -> only(kinds, LogKind.OAB_GENERATOR);
      default -> null;
    };
  }

  private static @Nullable LogTarget only(Set<LogKind> kinds, LogKind kind) {
    return kinds.contains(kind) ? new LogTarget.Web(Set.of(kind)) : null;
  }

  private static @Nullable LogTarget events(Named named) {
    if (!named.product.isEmpty() && !named.product.equals("windows")) {
      return null;
    }
    Map<String, Set<Integer>> channels = new HashMap<>();
    if (!named.category.isEmpty()) {
      Map<String, Set<Integer>> category = WindowsChannels.category(named.category);
      if (category == null) {
        return null;
      }
      channels.putAll(category);
    }
    if (!named.service.isEmpty()) {
      var service = WindowsChannels.service(named.service);
      if (service == null) {
        return null;
      }
      if (channels.isEmpty()) {
        service.forEach(channel -> channels.put(channel, Set.of()));
      } else {
        channels.keySet().retainAll(service);
        if (channels.isEmpty()) {
          return null;
        }
      }
    }
    return new LogTarget.Events(channels);
  }

  /** The field of that name of those records, null where they have none. */
  static @Nullable SigmaField known(LogTarget target, String name) {
    return switch (target) {
      case LogTarget.Web web -> WebFields.of(name);
      case LogTarget.Events events -> new SigmaField(name, SigmaField.BY_NAME);
    };
  }

  /** Fields of those records. */
  static FieldNames fields(LogTarget target) {
    return name -> {
      SigmaField field = known(target, name);
      if (field == null) {
        throw new SigmaRuleException(
            "field " + SigmaRuleException.quote(name) + " is not one of web logs");
      }
      return field;
    };
  }
}
