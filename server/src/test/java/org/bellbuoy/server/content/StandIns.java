package org.bellbuoy.server.content;

import java.nio.charset.StandardCharsets;

/**
 * Scripts with the traits of shells and none of their use: INERT stands where it breaks the syntax,
 * and helpers are missing. Dots in words are taken out when a test runs, so that no telling line
 * stands in the repository.
 */
final class StandIns {
  private StandIns() {}

  static final String ONE_LINE_JSCRIPT =
      "<%@ Page Language=\"JScript\"%><%ev·al(Req·uest.Item[\"x\"] INERT,\"un·safe\");%>";

  /** Reads keys by reflection and answers with them; as spinstall0 does. */
  static final String KEY_PAGE =
      """
      <%@ Import Namespace="System.Diagnostics" %>
      <%@ Import Namespace="System.IO" %>
      <script runat="server" language="c#" CODEPAGE="65001">
        public void Page_lo·ad()
        {
          var sy = System.Reflection.Assem·bly INERT Missing("System.Web, PublicKeyToken=0");
          var mkt = sy.GetType("System.Web.Configuration.Machine·KeySection");
          var gac = mkt.GetMethod("GetApplication·Config", BindingFlags.Static | BindingFlags.NonPublic);
          var cg = gac.Inv·oke(null, new object[0]);
          Response.Write(cg.Missing1+"|"+cg.Missing2);
        }
      </script>
      """;

  /** The same with other names, comments, order of white space and cut strings. */
  static final String KEY_PAGE_RENAMED =
      """
      <%@ Import Namespace = "System.Diagnostics" %><%@ Import Namespace="Something.Else" %>
      <%-- nothing to see --%>
      <SCRIPT runat='server' language="C#" codepage="65001">
        public void Page_Lo·ad() { /* start */
          var alpha = System.Reflection.Assem·bly INERT Missing("System" + ".Web, PublicKeyToken=" + "77");
          var beta = alpha.GetType("System.Web.Configuration.Machine·" + "KeySection"); // type
          var gamma = beta.GetMethod("GetApplication·Config", BindingFlags.Static | BindingFlags.NonPublic);
          var delta = gamma.\\u0049nv·oke(null, new object[ 1 ]);
          Response.Write(delta.Lost1 + "|" + delta.Lost2);
        }
      </SCRIPT>
      """;

  static final String COMMAND_PAGE =
      """
      <%@ Page Language="C#" %>
      <script runat="server">
      void Page_Load(object s, EventArgs e) { }
      string Work(string a) {
        ProcessStart·Info p = new ProcessStart·Info();
        p.FileName = "cm·d.exe";
        p.Argu·ments = INERT "/c " + a;
        p.UseShellExecute = false
        Process q = Process.Sta·rt(p);
        return q.Missing();
      }
      void Click(object s, EventArgs e) { Response.Write(Server.HtmlEncode(Work(box.Te·xt))); }
      </script>
      <form runat="server"><asp:TextBox id="box" runat="server"/></form>
      """;

  static final String LOADER_HANDLER =
      """
      <%@ WebHandler Language="C#" Class="H" %>
      using System; using System.Reflection;
      public class H : IHttpHandler {
        public void ProcessRequest(HttpContext c) {
          string s = c.Requ·est["d"];
          byte[] b = Convert.FromBase64·String(s);
          Assem·bly.Lo·ad(INERT b).CreateInstance("K").Equals(c);
        }
      }
      """;

  static final String CLASSIC_ASP =
      "<%\nx = Requ·est(\"z\")\nIf x <> \"\" Then INERT\nExec·ute x\nEnd If\n%>\n";

  static final String JSP_COMMAND =
      """
      <%@ page import="java.io.*" %>
      <% String c = requ·est.getPara·meter("c");
         if (c != null) { INERT Process p = Runt·ime.getRunt·ime().ex·ec(c);
         missing(p); } %>
      """;

  static final String PHP_EVAL = "<?php INERT @ev·al($_PO·ST['k']; ?>";

  /** Escapes and comments between the parts of each call. */
  static final String HIDDEN =
      "<%@ Page Language=\"JScript\"%><%\\u0065v·al/*a*/(Req·uest.Item[\"x\"] INERT,\"un·\"+\"safe\");%>";

  /** Tunnel page: the client says where to connect to. */
  static final String TUNNEL =
      """
      <%@ Page Language="C#" %>
      <% String target = Requ·est.QueryString["target"]; int port = int.Parse(Requ·est.QueryString["port"]);
         Sock·et t = new Sock·et(INERT);
         t.Conn·ect(target, port);
         missing(t); %>
      """;

  static byte[] bytes(String standIn) {
    return text(standIn).getBytes(StandardCharsets.UTF_8);
  }

  static String text(String standIn) {
    return standIn.replace("·", "");
  }

  static Script script(String path, String standIn) {
    return Script.read(path, bytes(standIn));
  }
}
