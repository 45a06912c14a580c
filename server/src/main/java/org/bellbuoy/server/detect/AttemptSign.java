package org.bellbuoy.server.detect;

import java.util.List;

/**
 * What a failed request can show of an attack that is not of SharePoint's or Exchange's known ways
 * in. Words are those of attacks, in lower case after one decoding; in a request that failed they
 * are an attempt, whatever was meant.
 */
enum AttemptSign {
  TRAVERSAL(
      "path-traversal",
      "Files outside the web folder were asked for",
      List.of("../..", "..\\..", "/etc/passwd", "win.ini", "boot.ini", "web-inf/web.xml")),
  INJECTION(
      "injection",
      "Words of SQL or commands stood where a value belongs",
      List.of(
          "union select",
          "union+select",
          "union all select",
          "union+all+select",
          "information_schema",
          "waitfor delay",
          "xp_cmdshell",
          "' or ",
          "'+or+",
          " or 1=1",
          "sleep(",
          "benchmark(",
          "${jndi:",
          "allow_url_include",
          "auto_prepend_file",
          "php://input",
          "base64_decode(",
          "cmd.exe",
          "/bin/sh",
          "<!entity")),
  SCRIPT(
      "script-injection",
      "Script stood where a value belongs",
      List.of("<script", "javascript:", "onerror=", "onmouseover=", "alert(", "prompt(")),
  TARGETS(
      "known-targets",
      "Known weak spots of other products were asked for, three or more by the same client, and"
          + " none of them is there",
      List.of(
          "wp-login.php",
          "xmlrpc.php",
          "wp-admin",
          "wp-config",
          "phpmyadmin",
          "/pma/",
          "/myadmin",
          "mysqladmin",
          "scripts/setup.php",
          "/manager/html",
          "jmx-console",
          "jmxinvokerservlet",
          "web-console",
          "/command.php",
          "/cgi-bin/",
          "/cgi/",
          "tmunblock.cgi",
          "hndunblock.cgi",
          "muieblackcat",
          "w00tw00t",
          "/.env",
          "/.git/",
          "/.svn/",
          "/vendor/phpunit",
          "cfide/administrator",
          "/server-status",
          "/boaform/",
          "/solr/",
          "/actuator",
          "/_ignition/",
          "/console/login",
          "/struts",
          "/backup.sql",
          "/shell.php",
          "/c99.php",
          "/administrator/index.php"));

  private final String technique;
  private final String sentence;

  // List.of makes it immutable, which the type does not tell.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> words;

  AttemptSign(String technique, String sentence, List<String> words) {
    this.technique = technique;
    this.sentence = sentence;
    this.words = words;
  }

  String technique() {
    return technique;
  }

  String sentence() {
    return sentence;
  }

  List<String> words() {
    return words;
  }

  /** Whether a text holds one of the words. */
  boolean isIn(String lowerCase) {
    for (String word : words) {
      if (lowerCase.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
