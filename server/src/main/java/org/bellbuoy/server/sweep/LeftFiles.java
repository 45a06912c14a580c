package org.bellbuoy.server.sweep;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.server.content.Rarity;
import org.bellbuoy.server.detect.EntryState;
import org.bellbuoy.server.detect.ServerFact;
import org.bellbuoy.server.detect.ServerRules;
import org.bellbuoy.server.detect.Strength;
import org.bellbuoy.server.tree.TreeFile;

/**
 * Dumps of lsass and archives where servers keep none: ProgramData, folders for temporary files,
 * web folders. By name and place only; nothing is opened, for they may be large and hold secrets.
 *
 * <p>Source: Test-ProxyLogon.ps1 of CSS-Exchange, which lists {@code lsass*.dmp} and zip, 7z and
 * rar below ProgramData as traces; antivirus programs keep archives there too (its issue 311).
 */
final class LeftFiles {
  /** Value of {@code technique} of a dump of lsass. */
  static final String LSASS_DUMP = "lsass-dump";

  private static final Pattern DUMP = Pattern.compile("[^/]*lsass[^/]*\\.(?:dmp|mdmp|dump)");
  private static final Pattern ARCHIVE = Pattern.compile("[^/]+\\.(?:zip|7z|rar|cab)");

  /** Web folders that the products fill and nobody else. */
  private static final Pattern PRODUCT_FOLDER =
      Pattern.compile(
          ".*/(?:aspnet_client|frontend/httpproxy|clientaccess|web server extensions/1[456]/template)/.*");

  private static final Pattern PLACE =
      Pattern.compile(".*/(?:programdata|temp|tmp|inetpub|wwwroot|virtualdirectories)/.*");

  /** Below these, installers and Windows keep archives of their own. */
  private static final Pattern OWN =
      Pattern.compile(
          ".*/(?:package cache|windows defender|windows/wer|clicktorun|usoshared|ssh)/.*");

  /** Where Windows itself keeps dumps of programs that failed. */
  private static final Pattern FAILED = Pattern.compile(".*/(?:crashdumps|windows/wer)/.*");

  private final Map<String, Set<String>> hosts = new HashMap<>();
  private final int servers;

  LeftFiles(List<ServerRead> reads) {
    servers = reads.size();
    for (ServerRead read : reads) {
      for (TreeFile file : read.tree().files()) {
        String path = compared(file.path());
        if (isDump(path) || isArchive(path)) {
          hosts.computeIfAbsent(name(path), n -> new HashSet<>()).add(read.host());
        }
      }
    }
  }

  /** Facts of one server, by path. */
  List<ServerFact> of(ServerRead read) {
    List<ServerFact> facts = new ArrayList<>();
    for (TreeFile file : read.tree().files()) {
      String path = compared(file.path());
      int have = hosts.getOrDefault(name(path), Set.of()).size();
      boolean usual = servers >= Rarity.FEWEST_SERVERS && have * 2 > servers;
      if (isDump(path)) {
        boolean failed = FAILED.matches(path);
        facts.add(
            fact(
                file,
                LSASS_DUMP,
                failed ? Strength.WEAK : Strength.MEDIUM,
                failed
                    ? "A dump of lsass, by its name, where Windows keeps those of programs that"
                        + " failed; whoever takes it away has the credentials in it."
                    : "A dump of lsass, the process that holds credentials, by its name; intruders"
                        + " make them, and so does support work."));
      } else if (isArchive(path) && !usual) {
        boolean product = PRODUCT_FOLDER.matches(path);
        facts.add(
            fact(
                file,
                "archive",
                product ? Strength.MEDIUM : Strength.WEAK,
                product
                    ? "An archive in a web folder of the product, which brings none; whoever asks for"
                        + " it gets it."
                    : "An archive in a folder for data or temporary files, where intruders gather"
                        + " what they take; installers and antivirus programs keep theirs there too."));
      }
    }
    return facts;
  }

  private ServerFact fact(TreeFile file, String technique, Strength strength, String sentence) {
    int have = hosts.getOrDefault(name(compared(file.path())), Set.of()).size();
    return new FactBuilder(ServerRules.LEFT_FILE.id(), EntryState.PERSISTED, strength)
        .about("technique", technique)
        .about("file", file.path())
        .at(file.modifiedMillis())
        .reason(technique, sentence)
        .reason(
            "rarity",
            "Of "
                + servers
                + " servers, "
                + have
                + (have == 1 ? " has" : " have")
                + " a file of that name in such a place.",
            have,
            "servers")
        .make();
  }

  private static boolean isDump(String path) {
    return DUMP.matches(name(path));
  }

  private static boolean isArchive(String path) {
    return ARCHIVE.matches(name(path))
        && (PRODUCT_FOLDER.matches(path) || PLACE.matches(path))
        && !OWN.matches(path)
        && !path.contains("/inetpub/logs/");
  }

  private static String compared(String path) {
    return "/" + path.replace('\\', '/').replace("%5C", "/").toLowerCase(Locale.ROOT);
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
