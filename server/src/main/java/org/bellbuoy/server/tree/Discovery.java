package org.bellbuoy.server.tree;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bellbuoy.core.source.Content;
import org.bellbuoy.core.source.SourceException;
import org.jspecify.annotations.Nullable;

/** Finds out whose server a tree is, by its files, and keeps what told it. */
final class Discovery {
  /** Logs of IIS whose first rows are asked for the name of the server. */
  private static final int LOGS_ASKED = 5;

  /** Names that collectors give: Velociraptor's Collection-HOST-time, KAPE's time_HOST. */
  private static final Pattern COLLECTION =
      Pattern.compile(
          "(?i)collection-(.+?)-\\d{4}-\\d{2}-\\d{2}.*|\\d{4}-\\d{2}-\\d{2}t\\d+_([^_]+)(?:_.*)?");

  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,252}");

  private final List<String> told = new ArrayList<>();

  List<String> told() {
    return told;
  }

  /** Name of the server: what its logs say, else the collector's, else that of the root. */
  String host(String rootName, List<TreeFile> files) {
    Set<String> computers = new LinkedHashSet<>();
    String by = "";
    for (TreeFile file :
        files.stream().filter(f -> f.role() == FileRole.IIS_LOG).limit(LOGS_ASKED).toList()) {
      String computer = computer(file);
      if (computer != null && computers.add(computer)) {
        by = file.path();
      }
    }
    if (computers.size() == 1) {
      String host = computers.iterator().next();
      told.add("Host %s: s-computername in %s.".formatted(host, Problems.shown(by)));
      return host;
    }
    if (computers.size() > 1) {
      told.add(
          "The logs name several computers (%s); is this the tree of one server?"
              .formatted(String.join(", ", computers)));
    }
    String base = rootName.replaceAll("(?i)\\.zip$", "");
    Matcher m = COLLECTION.matcher(base);
    if (m.matches()) {
      String host = m.group(1) == null ? m.group(2) : m.group(1);
      if (host != null && !host.isEmpty()) {
        told.add("Host %s: the name of the collection.".formatted(Problems.shown(host)));
        return Problems.shown(host);
      }
    }
    String host = base.isEmpty() ? "server" : Problems.shown(base);
    told.add("Host %s: the name of the root.".formatted(host));
    return host;
  }

  /** Whether a folder or zip is named as collectors name theirs. */
  static boolean collection(String name) {
    return COLLECTION.matches(name.replaceAll("(?i)\\.zip$", ""));
  }

  private static @Nullable String computer(TreeFile file) {
    String[] lines;
    try (Content content = Content.open(file.input())) {
      lines = Heads.text(content.peek(Heads.BYTES)).split("\n", -1);
    } catch (SourceException e) {
      // The reader of the log comes to it again and tells it.
      return null;
    }
    int field = -1;
    // The last line may be cut by the end of the head.
    for (int i = 0; i < lines.length - 1; i++) {
      String line = lines[i].strip();
      if (line.startsWith("#Fields:")) {
        field =
            List.of(line.substring("#Fields:".length()).strip().split(" +"))
                .indexOf("s-computername");
      } else if (!line.startsWith("#") && field >= 0) {
        String[] cells = line.split(" ");
        return field < cells.length && HOST.matches(cells[field]) ? cells[field] : null;
      }
    }
    return null;
  }

  /** What the tree's folders show it to run. */
  Product product(List<TreeFile> files) {
    long sharePoint = 0;
    long exchange = 0;
    Product old = null;
    String by = "";
    String byExchange = "";
    for (TreeFile file : files) {
      MatchPath path = MatchPath.of(file.path());
      if (path.has("/web server extensions/") && path.has("/template/")) {
        sharePoint++;
        by = by.isEmpty() ? file.path() : by;
        old = path.has("/web server extensions/14/") ? Product.SHAREPOINT_2010 : old;
      }
      boolean v14 = path.has("/exchange server/v14/");
      if (v14
          || path.has("/exchange server/v15/")
          || file.role() == FileRole.HTTP_PROXY_LOG
          || file.role() == FileRole.ECP_LOG
          || file.role() == FileRole.OAB_LOG) {
        exchange++;
        byExchange = byExchange.isEmpty() ? file.path() : byExchange;
        old = v14 ? Product.EXCHANGE_2010 : old;
      }
    }
    if (sharePoint > 0 && exchange > 0) {
      told.add(
          "Signs of SharePoint (%s) and of Exchange (%s): name the product in a fleet file."
              .formatted(Problems.shown(by), Problems.shown(byExchange)));
      return Product.OTHER;
    }
    if (sharePoint + exchange == 0) {
      told.add("No folder tells a product.");
      return Product.OTHER;
    }
    Product product = sharePoint > 0 ? Product.SHAREPOINT : Product.EXCHANGE;
    // 2010's folder also remains on later servers; only by itself it tells a version.
    boolean only = old != null && onlyOld(files);
    told.add(
        "Product %s: %s."
            .formatted(product.title(), Problems.shown(sharePoint > 0 ? by : byExchange)));
    return only && old != null ? old : product;
  }

  private static boolean onlyOld(List<TreeFile> files) {
    return files.stream()
        .map(f -> MatchPath.of(f.path()))
        .noneMatch(
            p ->
                p.has("/web server extensions/15/")
                    || p.has("/web server extensions/16/")
                    || p.has("/exchange server/v15/"));
  }
}
