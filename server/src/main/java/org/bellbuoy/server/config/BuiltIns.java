package org.bellbuoy.server.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Modules and handlers that come with IIS, ASP.NET, SharePoint and Exchange. A type counts as one
 * of theirs by its namespace and the token of its assembly: names alone could be borrowed. Files
 * are not looked at, so a replaced DLL is not seen here.
 */
final class BuiltIns {
  /** Folders of the products' own native modules. */
  private static final List<String> FOLDERS =
      List.of(
          "%windir%/system32/inetsrv/",
          "%windir%/microsoft.net/framework",
          "%systemroot%/system32/inetsrv/",
          "c:/windows/system32/inetsrv/",
          "c:/windows/microsoft.net/framework",
          "%windir%/system32/rpcproxy/",
          "c:/windows/system32/rpcproxy/");

  private final Set<String> images = new HashSet<>();
  private final Set<String> tokens = new HashSet<>();
  private final Set<String> namespaces = new HashSet<>();
  private final Set<String> names = new HashSet<>();

  private BuiltIns() {}

  static BuiltIns load() {
    BuiltIns builtIns = new BuiltIns();
    try (InputStream in = BuiltIns.class.getResourceAsStream("built-in-modules.csv");
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      for (String line : reader.lines().toList()) {
        String[] fields = line.split(",", 3);
        if (line.startsWith("#") || fields.length < 3 || fields[0].equals("kind")) {
          continue;
        }
        String value = fields[1].toLowerCase(Locale.ROOT);
        switch (fields[0]) {
          case "image" -> builtIns.images.add(value);
          case "token" -> builtIns.tokens.add(value);
          case "namespace" -> builtIns.namespaces.add(value);
          case "name" -> builtIns.names.add(value);
          default -> throw new IllegalStateException("kind " + fields[0]);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return builtIns;
  }

  /** Whether a native module's file is known and lies where it belongs. */
  boolean image(String image) {
    String plain = image.toLowerCase(Locale.ROOT).replace('\\', '/');
    int slash = plain.lastIndexOf('/') + 1;
    boolean known = images.contains(plain.substring(slash));
    return known && (FOLDERS.stream().anyMatch(plain::startsWith) || ownRoot(plain));
  }

  /** Folders of Exchange and of add-ons by Microsoft lie under program files on any drive. */
  private static boolean ownRoot(String plain) {
    return plain.contains("/exchange server/v1")
        || plain.contains("%exchangeinstalldir%")
        || plain.contains("/program files") && plain.contains("/iis/")
        || plain.startsWith("%programfiles%/iis/")
        || plain.contains("/web server extensions/")
        || plain.startsWith("%windir%/system32/")
        || plain.startsWith("c:/windows/system32/");
  }

  /** Whether a managed type is one of theirs. */
  boolean type(String type) {
    String[] parts = type.toLowerCase(Locale.ROOT).split(",");
    String name = parts[0].strip();
    if (namespaces.stream().noneMatch(name::startsWith)) {
      return false;
    }
    for (String part : parts) {
      int equals = part.indexOf('=');
      if (equals > 0 && part.substring(0, equals).strip().equals("publickeytoken")) {
        return tokens.contains(part.substring(equals + 1).strip());
      }
    }
    // Types of System.Web are found without their assembly; others are only theirs by its token.
    return name.startsWith("system.web.") && parts.length == 1;
  }

  /** Whether a module without type or image has a known name. */
  boolean name(String name) {
    return names.contains(name.toLowerCase(Locale.ROOT));
  }
}
