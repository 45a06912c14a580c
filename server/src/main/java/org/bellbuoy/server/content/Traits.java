package org.bellbuoy.server.content;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Scores a script by its place, shape and code. Nothing is run, and the name tells only the
 * language and the place. Pure; time grows with the file.
 */
public final class Traits {
  /** Folders that hold no server scripts as products ship them, below {@link WebPath}. */
  private static final List<String> STATIC_FOLDERS =
      List.of(
          "aspnet_client/",
          "frontend/httpproxy/owa/auth/current/",
          "frontend/httpproxy/oab/",
          "clientaccess/oab/",
          "/oab/",
          "/images/",
          "/img/",
          "/css/",
          "/styles/",
          "/fonts/",
          "/upload/",
          "/uploads/",
          "/js/",
          "/themes/resources/",
          "wpresources/",
          "/errorpages/");

  /**
   * Folders in which products ship some scripts: a script there is odd only where it is rare, so
   * the place counts no more than a hint.
   */
  private static final List<String> GUARDED_FOLDERS =
      List.of("httpproxy/owa/auth/", "httpproxy/ecp/auth/", "template/layouts/");

  /**
   * Pages that Exchange ships in folders anyone may open, by folder. From listings of clean
   * installations in public guidance on ProxyLogon.
   */
  private static final Map<String, Set<String>> SHIPPED =
      Map.of(
          "httpproxy/owa/auth/",
          Set.of(
              "logon.aspx",
              "logoff.aspx",
              "errorfe.aspx",
              "expiredpassword.aspx",
              "frowny.aspx",
              "outlookcn.aspx",
              "redirsuiteserviceproxy.aspx",
              "signout.aspx",
              "svmfeedback.aspx"),
          "httpproxy/ecp/auth/",
          Set.of("timeoutlogout.aspx"));

  private Traits() {}

  /**
   * Whether scripts in that folder are among a product's own, so that only rarity tells which do
   * not belong.
   */
  public static boolean guarded(String path) {
    String webPath = WebPath.of(path);
    return GUARDED_FOLDERS.stream().anyMatch(webPath::contains);
  }

  /**
   * All traits of a script.
   *
   * @param times {@link FileTimes#NONE} where not known
   */
  public static TraitReport of(Script script, FileTimes times) {
    Map<TraitRule, Trait> found = new EnumMap<>(TraitRule.class);
    found.putAll(ShapeTraits.of(script));
    if (script.hasServerCode()) {
      found.putAll(CodeTraits.of(script));
    }
    place(script, times, found);
    return new TraitReport(List.copyOf(found.values()));
  }

  private static void place(Script script, FileTimes times, Map<TraitRule, Trait> found) {
    boolean runs = script.language().runsOnServer();
    String webPath = WebPath.of(script.path());
    for (String folder : STATIC_FOLDERS) {
      if (runs && ("/" + webPath).contains(folder)) {
        String sentence = "A script lies under '%s', where products ship none.".formatted(folder);
        found.putIfAbsent(
            TraitRule.STATIC_FOLDER, new Trait(TraitRule.STATIC_FOLDER, sentence, 0, 0));
      }
    }
    String name = webPath.substring(webPath.lastIndexOf('/') + 1);
    SHIPPED.forEach(
        (folder, names) -> {
          if (runs && webPath.endsWith(folder + name) && !names.contains(name)) {
            String sentence =
                "'%s' is none of the pages that Exchange ships in '%s'.".formatted(name, folder);
            found.put(TraitRule.NOT_SHIPPED, new Trait(TraitRule.NOT_SHIPPED, sentence, 0, 0));
          }
        });
    if (doubled(name, runs)) {
      String sentence = "The name '%s' has two extensions.".formatted(name);
      found.put(TraitRule.DOUBLE_EXTENSION, new Trait(TraitRule.DOUBLE_EXTENSION, sentence, 0, 0));
    }
    if (times.set() && runs) {
      String sentence =
          "It claims to be older than its entry in the file system, as copied files do and files"
              + " whose time was set.";
      found.put(TraitRule.TIME_SET, new Trait(TraitRule.TIME_SET, sentence, 0, 0));
    }
  }

  private static boolean doubled(String name, boolean runs) {
    String[] parts = name.split("[.;]+");
    if (parts.length < 3) {
      return false;
    }
    String inner = parts[parts.length - 2];
    boolean innerRuns = ScriptLanguage.of("x." + inner).runsOnServer();
    boolean media =
        List.of("jpg", "jpeg", "png", "gif", "pdf", "txt", "zip", "doc", "css", "ico")
            .contains(runs ? inner : parts[parts.length - 1]);
    return media && (runs || innerRuns);
  }
}
