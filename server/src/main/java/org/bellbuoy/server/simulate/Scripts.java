package org.bellbuoy.server.simulate;

/**
 * Inert stand-ins for scripts. They carry words that a detector looks for, in a page whose language
 * does not exist, with calls that are never closed and helpers that nobody defined: no engine
 * compiles or runs them. Words are put together here from parts, so that this source holds no line
 * that looks like a shell.
 */
final class Scripts {
  private static final String EVALUATE = "ev" + "al";
  private static final String REQUEST = "Requ" + "est";

  private Scripts() {}

  private static String head(String language, String note) {
    return "<%@ Page Language=\"SIMULATED-"
        + language
        + "\" Debug=\"true\" %>\r\n<%-- SIMULATED inert stand-in, runs nowhere: "
        + note
        + " --%>\r\n";
  }

  /** Words of a page that hands out machine keys. */
  static String keyReader(String name, String salt) {
    return head("CS", "key reader")
        + "<script runat=\"server\" language=\"SIMULATED-CS\">\r\n"
        + "  @@ undefined_helper_"
        + name
        + " (\r\n    System.Web.Configuration.Machine"
        + "KeySection @@ GetApplication"
        + "Config @@ Validation"
        + "Key @@ Decryption"
        + "Key\r\n    @@ \""
        + salt
        + "\" [[[\r\n</script>\r\n";
  }

  /** Words of a page that evaluates what it is sent; names, literal and layout vary. */
  static String evaluator(String helper, String parameter, String literal, boolean oneLine) {
    String body =
        "<script runat=\"server\" language=\"SIMULATED-JS\">\n@@ undefined_"
            + helper
            + " ( "
            + EVALUATE
            + " ( "
            + REQUEST
            + " [ \""
            + parameter
            + "\" @@ , \"un"
            + "safe\" [[[\n@@ undefined_"
            + helper
            + "_marker = \""
            + literal
            + "\" [[[\n</script>";
    return head("JS", "evaluator") + (oneLine ? body.replace('\n', ' ') : body) + "\r\n";
  }

  /** Words of a page that loads what it is sent. */
  static String loader(String helper, String parameter, String literal) {
    return head("CS", "loader")
        + "<script runat=\"server\" language=\"SIMULATED-CS\">\r\n  @@ undefined_"
        + helper
        + " ( "
        + REQUEST
        + " [ \""
        + parameter
        + "\" @@\r\n  @@ From"
        + "Base64String ( @@\r\n  @@ Assembly"
        + ".Load ( @@\r\n  @@ \""
        + literal
        + "\" [[[\r\n</script>\r\n";
  }

  /** A page with server code that says nothing by itself: what no signature knows. */
  static String plain(String helper, String literal) {
    return head("CS", "no trait at all")
        + "<script runat=\"server\" language=\"SIMULATED-CS\">\r\n  @@ undefined_"
        + helper
        + " @@ \""
        + literal
        + "\" [[[\r\n</script>\r\n";
  }

  /** A file that begins as a mailbox export and has a page inside. */
  static String mailbox(String inner) {
    return "!BDN" + "\u0001\u0002\u0003\u0000".repeat(64) + inner;
  }

  /** A file that begins as a certificate request, DER, and has a page inside. */
  static String certificate(String inner) {
    return "0\u0082\u0003\u0001" + inner;
  }

  /** A page as products and solutions ship: markup, a code file elsewhere. */
  static String product(String title, String type) {
    return "<%-- SIMULATED page of a product that does not exist --%>\r\n"
        + "<%@ Page Language=\"C#\" AutoEventWireup=\"true\" Inherits=\""
        + type
        + "\" MasterPageFile=\"~masterurl/default.master\" %>\r\n"
        + "<asp:Content ContentPlaceHolderID=\"PlaceHolderPageTitle\" runat=\"server\">\r\n  "
        + title
        + "\r\n</asp:Content>\r\n<asp:Content ContentPlaceHolderID=\"PlaceHolderMain\""
        + " runat=\"server\">\r\n  <asp:Label ID=\"Title\" runat=\"server\" Text=\""
        + title
        + "\" />\r\n  <asp:GridView ID=\"Rows\" runat=\"server\" AllowPaging=\"true\" />\r\n"
        + "</asp:Content>\r\n";
  }

  /** What ASP.NET leaves beside what it compiled of a page. */
  static String compiled(String virtualPath, String assembly, String hash) {
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n<!-- SIMULATED -->\r\n"
        + "<preserve resultType=\"3\" virtualPath=\""
        + virtualPath
        + "\" hash=\""
        + hash
        + "\" filehash=\""
        + hash
        + "\" flags=\"110000\" assembly=\""
        + assembly
        + "\" type=\"ASP.simulated\">\r\n    <filedeps>\r\n        <filedep name=\""
        + virtualPath
        + "\" />\r\n    </filedeps>\r\n</preserve>\r\n";
  }
}
