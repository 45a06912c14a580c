package org.bellbuoy.server.content;

import java.util.Locale;

/** How a stretch of code is written: comments and strings differ. */
enum Dialect {
  C_SHARP,
  VISUAL_BASIC,
  JAVA_SCRIPT,
  JAVA,
  PHP;

  /** By a {@code language} attribute; {@code otherwise} where it says nothing known. */
  static Dialect of(String language, Dialect otherwise) {
    String word = language.trim().toLowerCase(Locale.ROOT);
    if (word.startsWith("vb") || word.equals("visualbasic")) {
      return VISUAL_BASIC;
    }
    if (word.startsWith("js") || word.startsWith("jscript") || word.contains("javascript")) {
      return JAVA_SCRIPT;
    }
    if (word.equals("c#") || word.equals("cs") || word.equals("csharp")) {
      return C_SHARP;
    }
    return word.equals("java") ? JAVA : otherwise;
  }

  /** What code of such a file is written in where it does not say. */
  static Dialect of(ScriptLanguage language) {
    return switch (language) {
      case ASP -> VISUAL_BASIC;
      case JSP -> JAVA;
      case PHP -> PHP;
      case JS -> JAVA_SCRIPT;
      case ASPX, ASHX, ASAX, CSHTML, CSHARP, OTHER -> C_SHARP;
    };
  }
}
