package org.bellbuoy.server.content;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Pages as administrators and products write them, some of which look like shells at a glance. */
final class GoodPages {
  private GoodPages() {}

  /** By path. */
  static Map<String, String> all() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put(
        "wwwroot/app/Upload.aspx",
        """
        <%@ Page Language="C#" AutoEventWireup="true" CodePage="65001" %>
        <script runat="server">
          protected void Send_Click(object sender, EventArgs e) {
            foreach (string name in Request.Files) {
              HttpPostedFile file = Request.Files[name];
              if (file.ContentLength > 0 && file.ContentLength < 5000000) {
                string ending = System.IO.Path.GetExtension(file.FileName).ToLower();
                if (ending == ".pdf") { file.SaveAs(Server.MapPath("~/App_Data/in/" + Guid.NewGuid() + ".pdf")); }
              }
            }
          }
        </script>
        <html><body><form runat="server"><input type="file" name="f" /></form></body></html>
        """);
    pages.put(
        "wwwroot/app/Products.aspx",
        """
        <%@ Page Language="C#" MasterPageFile="~/Site.master" CodeBehind="Products.aspx.cs" Inherits="Shop.Products" %>
        <asp:Content runat="server" ContentPlaceHolderID="Main">
          <asp:Repeater runat="server" ID="rows"><ItemTemplate>
            <li><%# Eval("Name") %> costs <%# Eval("Price", "{0:c}") %></li>
          </ItemTemplate></asp:Repeater>
          <asp:TextBox runat="server" ID="query" /><asp:Button runat="server" Text="Search" OnClick="Search" />
        </asp:Content>
        """);
    pages.put(
        "wwwroot/app/Login.asp",
        """
        <%@ Language="VBScript" CodePage=65001 %>
        <% Option Explicit
        Dim user, pass, rs
        user = Trim(Request.Form("user"))  ' what was typed
        pass = Request.Form("pass")
        Set rs = Server.CreateObject("ADODB.Recordset")
        If user <> "" Then
          Call Check(user, pass)
          Server.Execute "footer.asp"
          Response.Redirect "main.asp"
        End If %>
        <html><body>Please log in.</body></html>
        """);
    pages.put(
        "wwwroot/api/Photo.ashx",
        """
        <%@ WebHandler Language="C#" Class="Photo" %>
        using System; using System.IO; using System.Web;
        public class Photo : IHttpHandler {
          public bool IsReusable { get { return true; } }
          public void ProcessRequest(HttpContext context) {
            int id;
            if (!int.TryParse(context.Request.QueryString["id"], out id)) { context.Response.StatusCode = 400; return; }
            context.Response.ContentType = "image/jpeg";
            context.Response.WriteFile(context.Server.MapPath("~/App_Data/photos/" + id + ".jpg"));
          }
        }
        """);
    pages.put(
        "wwwroot/Global.asax",
        """
        <%@ Application Language="C#" %>
        <script runat="server">
          void Application_Start(object sender, EventArgs e) { System.Web.Routing.RouteTable.Routes.Clear(); }
          void Application_Error(object sender, EventArgs e) { var last = Server.GetLastError(); Log.Write(last.Message); }
        </script>
        """);
    pages.put(
        "tomcat/webapps/shop/list.jsp",
        """
        <%@ page import="java.util.*" contentType="text/html;charset=UTF-8" %>
        <% String sort = request.getParameter("sort");
           List<String> names = (List<String>) request.getAttribute("names");
           if ("down".equals(sort)) { Collections.reverse(names); }
           for (String name : names) { %><li><%= name %></li><% } %>
        """);
    pages.put(
        "htdocs/contact.php",
        """
        <?php
        # Sends the form on.
        $name = htmlspecialchars($_POST['name'] ?? '');
        $text = substr($_POST['text'] ?? '', 0, 2000);
        if ($name !== '') { mail('desk@example.org', "Contact from $name", $text); header('Location: thanks.php'); }
        require_once 'footer.php';
        ?>
        """);
    pages.put(
        "wwwroot/app/Default.cshtml",
        "@{ Layout = \"~/_Layout.cshtml\"; }\n<h1>It's @Model.Title</h1>\n@foreach (var row in Model.Rows) { <p>@row.Name</p> }\n");
    pages.put("wwwroot/scripts/app.min.js", minified());
    pages.put(
        "inetpub/wwwroot/aspnet_client/system_web/4_0_30319/WebUIValidation.js",
        "function ValidatorUpdateDisplay(val) {\n  if (typeof(val.display) == \"string\") { if (val.display == \"None\") { return; } }\n  eval(\"val.style.visibility = \" + q);\n}\n");
    pages.put(
        "FrontEnd/HttpProxy/owa/auth/logon.aspx",
        """
        <%@ Page language="c#" AutoEventWireup="false" Inherits="Own.Logon" %>
        <%@ Import namespace="Own.Strings" %>
        <html><head><title><%=Title %></title></head>
        <body><form action="/auth" method="post"><input name="username" value="<%=Safe(Request.QueryString["url"]) %>"/></form></body></html>
        """);
    pages.put(
        "wwwroot/app/Logo.aspx",
        "<%@ Page Language=\"C#\" %>\n<script runat=\"server\">\n  const string Picture = \""
            + picture()
            + "\";\n  void Page_Load(object s, EventArgs e) { Response.BinaryWrite(Convert.FromBase64String(Picture)); }\n</script>\n");
    return pages;
  }

  /** Starts a program, but nothing that its client sends. */
  static final String DIAGNOSTICS =
      """
      <%@ Page Language="C#" %>
      <script runat="server">
        void Page_Load(object sender, EventArgs e) {
          if (!User.IsInRole("Administrators")) { Response.StatusCode = 403; return; }
          var start = new System.Diagnostics.ProcessStartInfo("ipconfig.exe", "/all");
          start.RedirectStandardOutput = true;
          start.UseShellExecute = false;
          using (var process = System.Diagnostics.Process.Start(start)) {
            output.Text = Server.HtmlEncode(process.StandardOutput.ReadToEnd());
          }
        }
      </script>
      <html><body><pre><asp:Literal runat="server" ID="output" /></pre></body></html>
      """;

  static Script script(String path, String page) {
    return Script.read(path, page.getBytes(StandardCharsets.UTF_8));
  }

  private static String minified() {
    StringBuilder js = new StringBuilder("!function(e,t){\"use strict\";");
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 400; i++) {
      js.append("function f")
          .append(i)
          .append("(a,b){return a.x")
          .append(random.nextInt(90))
          .append("?eval(\"(\"+b+\")\"):b/*!*/.call(a,")
          .append(random.nextInt(9_999))
          .append(")}");
    }
    return js.append("}(window);").toString();
  }

  private static String picture() {
    byte[] bytes = new byte[1_500];
    SplittableRandom random = new SplittableRandom(4);
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
