package org.bellbuoy.server.content;

import java.util.Locale;

/** What a file in a web folder is written in, told by its last extension. */
public enum ScriptLanguage {
  /** ASP.NET page, control or master page. */
  ASPX,
  /** ASP.NET handler or service: code from its directive on. */
  ASHX,
  /** ASP.NET application file. */
  ASAX,
  /** Razor page. */
  CSHTML,
  /** Classic ASP. */
  ASP,
  /** Java server page. */
  JSP,
  /** PHP. */
  PHP,
  /** JavaScript for browsers. */
  JS,
  /** C# source. */
  CSHARP,
  /** Anything else; read as markup. */
  OTHER;

  /** By the file's name; cost grows with its length. */
  public static ScriptLanguage of(String path) {
    return switch (extension(path)) {
      case "aspx", "ascx", "master" -> ASPX;
      case "ashx", "asmx", "svc" -> ASHX;
      case "asax" -> ASAX;
      case "cshtml", "vbhtml" -> CSHTML;
      case "asp", "asa", "cer", "cdx" -> ASP;
      case "jsp", "jspx", "jspf" -> JSP;
      case "php", "php3", "php4", "php5", "php7", "phtml", "phar" -> PHP;
      case "js" -> JS;
      case "cs" -> CSHARP;
      default -> OTHER;
    };
  }

  /** Whether a server runs such a file when it is asked for. */
  public boolean runsOnServer() {
    return switch (this) {
      case ASPX, ASHX, ASAX, CSHTML, ASP, JSP, PHP -> true;
      case JS, CSHARP, OTHER -> false;
    };
  }

  /** Lower-case text behind the last dot of the last path step, empty where there is none. */
  static String extension(String path) {
    int name = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1;
    int dot = path.lastIndexOf('.');
    return dot <= name - 1 ? "" : path.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
