package org.bellbuoy.server.content;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.bellbuoy.server.config.SafeXml;

/**
 * What ASP.NET left when it compiled a page: a {@code .compiled} file tells which page there was,
 * also when the page is gone. It was asked for at least once.
 *
 * @param virtualPath of the page as IIS served it, for example {@code /owa/auth/a.aspx}; empty
 *     where the file does not tell it
 * @param pageName file name of the page, lower-case, from the trace's own name where the file does
 *     not tell it; empty where neither does
 * @param assembly name of the compiled DLL, empty where not told
 * @param dependencies virtual paths of the files it was made of
 * @param problem one sentence where the file could not be read as XML, else empty
 */
public record CompiledPage(
    String virtualPath,
    String pageName,
    String assembly,
    List<String> dependencies,
    String problem) {
  private static final int MOST_BYTES = 1 << 20;
  private static final Pattern TRACE_NAME =
      Pattern.compile(
          "(?i)(?:^|/)(?:App_Web_)?([^/]+\\.(?:aspx|ashx|asmx|ascx|asax|master))\\.[0-9a-f]{6,8}\\b");

  public CompiledPage {
    dependencies = List.copyOf(dependencies);
  }

  /** Reads a {@code .compiled} file; its name is used where its content does not tell. */
  public static CompiledPage read(String path, byte[] file) {
    String virtualPath = "";
    String assembly = "";
    String problem = "";
    List<String> dependencies = new ArrayList<>();
    try {
      XMLStreamReader xml =
          SafeXml.open(
              new String(file, 0, Math.min(file.length, MOST_BYTES), StandardCharsets.UTF_8)
                  .replace("\uFEFF", ""));
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          switch (xml.getLocalName()) {
            case "preserve" -> {
              virtualPath = attribute(xml, "virtualPath");
              assembly = attribute(xml, "assembly");
            }
            case "filedep" -> dependencies.add(attribute(xml, "name"));
            default -> {}
          }
        }
      }
    } catch (XMLStreamException e) {
      problem =
          "The trace of a compiled page is not well-formed XML; only its name tells the page.";
    }
    String name = virtualPath.substring(virtualPath.lastIndexOf('/') + 1);
    return new CompiledPage(
        virtualPath,
        name.isEmpty() ? pageName(path) : name.toLowerCase(Locale.ROOT),
        assembly,
        dependencies,
        problem);
  }

  /**
   * The page that the name of a {@code .compiled} file or of an {@code App_Web_} DLL tells,
   * lower-case; empty where it tells none.
   */
  public static String pageName(String path) {
    Matcher matcher = TRACE_NAME.matcher(path.replace('\\', '/'));
    return matcher.find() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
  }

  private static String attribute(XMLStreamReader xml, String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value;
  }
}
