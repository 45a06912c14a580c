package org.bellbuoy.server.build;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bellbuoy.core.source.Content;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.server.build.BuildSighting.Kind;
import org.bellbuoy.server.tree.FileRole;
import org.bellbuoy.server.tree.Product;
import org.bellbuoy.server.tree.ServerTree;
import org.bellbuoy.server.tree.TreeFile;
import org.jspecify.annotations.Nullable;

/**
 * Finds the build of a server in its files: version resources, exported text, folder names. Each
 * number keeps the bytes that told it. Where sources disagree it says so and does not choose the
 * flattering one.
 */
public final class BuildFinder {
  /** Bytes of an exported text that are read. */
  static final int TEXT_BYTES = 1 << 20;

  private static final Pattern OWA_FOLDER =
      Pattern.compile("(?i)(?:^|/)owa/(?:auth|prem)/(15\\.[0-2]\\.\\d{3,5})(?:\\.(\\d{1,5}))?/");

  private final List<BuildSighting> sightings = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final Set<String> kbs = new TreeSet<>();
  private @Nullable Boolean configured;

  private BuildFinder() {}

  /**
   * Reads the files of role {@link FileRole#BUILD_INFO}, exports of settings, which may tell a
   * build too, and the names of the others.
   *
   * <p>Cost: headers and resources of programs (at most 8 MiB each), the first MiB of texts.
   */
  public static FoundBuild of(ServerTree tree) {
    BuildFinder finder = new BuildFinder();
    finder.folders(tree.files());
    for (TreeFile file : tree.files()) {
      if (file.role() == FileRole.BUILD_INFO || file.role() == FileRole.AMSI_EXPORT) {
        finder.file(file);
      }
    }
    return finder.agree();
  }

  /** Builds in given text, such as the output of a command: as {@link #of}, without a tree. */
  public static FoundBuild ofText(String name, byte[] bytes) {
    BuildFinder finder = new BuildFinder();
    finder.text(name, bytes);
    return finder.agree();
  }

  private void folders(List<TreeFile> files) {
    TreeMap<String, BuildSighting> byFolder = new TreeMap<>();
    for (TreeFile file : files) {
      Matcher m = OWA_FOLDER.matcher(file.path());
      if (m.find()) {
        String revision = m.group(2);
        int end = revision == null ? m.end(1) : m.end(2);
        String name = file.path().substring(m.start(1), end);
        String folder = file.path().substring(0, end);
        BuildNumber.parse(name)
            .ifPresent(
                n ->
                    byFolder.putIfAbsent(
                        folder,
                        new BuildSighting(
                            n, Kind.FOLDER_NAME, false, folder, m.start(1), name.length(), name)));
      }
    }
    sightings.addAll(byFolder.values());
  }

  private void file(TreeFile file) {
    try (Content content = Content.open(file.input())) {
      byte[] head = content.peek(2);
      if (head.length == 2 && head[0] == 'M' && head[1] == 'Z') {
        program(file, content);
      } else {
        text(file.path(), text(content));
      }
      if (content.problem() != null) {
        problems.add(content.problem());
      }
    } catch (SourceException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
  }

  private void text(String path, byte[] bytes) {
    sightings.addAll(BuildText.find(path, bytes));
    kbs.addAll(BuildText.installed(bytes));
    Boolean told = BuildText.configured(bytes);
    if (told != null) {
      configured = configured == null ? told : configured && told;
    }
  }

  private static byte[] text(Content content) {
    byte[] bytes = new byte[TEXT_BYTES];
    byte[] buffer = new byte[1 << 16];
    int have = 0;
    while (have < bytes.length) {
      int n = content.read(buffer);
      if (n < 0) {
        break;
      }
      int take = Math.min(n, bytes.length - have);
      System.arraycopy(buffer, 0, bytes, have, take);
      have += take;
    }
    return Arrays.copyOf(bytes, have);
  }

  private void program(TreeFile file, Content content) {
    String name = content.name().toLowerCase(Locale.ROOT);
    boolean sharePoint = !name.startsWith("exsetup") && !name.startsWith("microsoft.exchange");
    PeVersion.Outcome outcome = PeVersion.read(content);
    PeVersion version = outcome.version();
    if (version == null) {
      problems.add("%s %s.".formatted(file.path(), outcome.problem()));
    } else if (Products.of(sharePoint, version.file()) == null) {
      problems.add(
          "%s carries the version %s, which is none of %s."
              .formatted(file.path(), version.file(), sharePoint ? "SharePoint" : "Exchange"));
    } else {
      sightings.add(
          new BuildSighting(
              version.file(),
              Kind.FILE_VERSION,
              sharePoint,
              file.path(),
              version.offset(),
              PeVersion.FIXED_BYTES,
              version.file().toString()));
    }
  }

  private FoundBuild agree() {
    sightings.sort(
        Comparator.comparing(BuildSighting::kind)
            .thenComparing(BuildSighting::path)
            .thenComparingLong(BuildSighting::offset));
    if (sightings.isEmpty()) {
      return found(Product.OTHER, null, null, "No file tells a build.");
    }
    boolean sharePoint = sightings.getFirst().sharePoint();
    if (sightings.stream().anyMatch(s -> s.sharePoint() != sharePoint)) {
      return found(
          Product.OTHER,
          null,
          null,
          "Builds of SharePoint and of Exchange were found (%s, %s): name the product."
              .formatted(told(first(true)), told(first(false))));
    }
    Product product = product(sharePoint);
    // Only these show updates; an AdminDisplayVersion stays at the CU, a header hides the revision.
    List<BuildSighting> exact =
        sightings.stream()
            .filter(s -> s.kind().compareTo(Kind.FARM_BUILD) <= 0 && !s.build().hidesRevision())
            .toList();
    return exact.isEmpty() ? inexact(product) : exact(product, exact);
  }

  private BuildSighting first(boolean sharePoint) {
    return sightings.stream().filter(s -> s.sharePoint() == sharePoint).findFirst().orElseThrow();
  }

  private Product product(boolean sharePoint) {
    List<Product> told =
        sightings.stream()
            .filter(s -> s.kind() != Kind.FOLDER_NAME)
            .map(s -> Products.of(sharePoint, s.build()))
            .distinct()
            .<Product>mapMulti(
                (p, next) -> {
                  if (p != null) {
                    next.accept(p);
                  }
                })
            .toList();
    Product one = told.size() == 1 ? told.getFirst() : null;
    if (one == null && told.isEmpty()) {
      one = Products.of(sharePoint, newest(sightings).build());
    }
    return one != null ? one : sharePoint ? Product.SHAREPOINT : Product.EXCHANGE;
  }

  private static BuildSighting newest(List<BuildSighting> of) {
    return of.stream().max(Comparator.comparing(BuildSighting::build)).orElseThrow();
  }

  private FoundBuild exact(Product product, List<BuildSighting> exact) {
    BuildSighting newest = newest(exact);
    BuildSighting oldest =
        exact.stream().min(Comparator.comparing(BuildSighting::build)).orElseThrow();
    String sentence = told(newest) + ".";
    if (!newest.build().equals(oldest.build())) {
      if (!newest.build().sameBranch(oldest.build()) && product.isExchange()) {
        return found(
            product,
            null,
            null,
            "Builds of two CUs were found: %s; %s. Which one runs is unknown."
                .formatted(told(newest), told(oldest)));
      }
      return found(
          product,
          newest.build(),
          oldest.build(),
          "Sources disagree, so the update may be half in force: %s; %s."
              .formatted(told(newest), told(oldest)));
    }
    BuildSighting against = contradicting(newest);
    if (against != null) {
      return found(
          product,
          null,
          null,
          "Sources disagree: %s; %s. Which one runs is unknown."
              .formatted(told(newest), told(against)));
    }
    return found(product, newest.build(), null, sentence);
  }

  /** A weaker source of another CU; old folders and branches of SharePoint do not contradict. */
  private @Nullable BuildSighting contradicting(BuildSighting exact) {
    return sightings.stream()
        .filter(s -> s.kind() == Kind.ADMIN_DISPLAY_VERSION || s.kind() == Kind.HEADER)
        .filter(s -> !s.build().sameBranch(exact.build()))
        .findFirst()
        .orElse(null);
  }

  private FoundBuild inexact(Product product) {
    List<BuildSighting> displayed =
        sightings.stream().filter(s -> s.kind() == Kind.ADMIN_DISPLAY_VERSION).toList();
    if (!displayed.isEmpty()) {
      long builds = displayed.stream().map(BuildSighting::build).distinct().count();
      if (builds > 1) {
        return found(
            product,
            null,
            null,
            "AdminDisplayVersion tells %d builds, as of several servers; the first is %s."
                .formatted(builds, told(displayed.getFirst())));
      }
      BuildNumber n = displayed.getFirst().build();
      return found(
          product,
          new BuildNumber(n.major(), n.minor(), n.build(), BuildNumber.HIDDEN),
          null,
          "%s: it tells the CU, but does not rise with security updates, so the revision counts as not known."
              .formatted(told(displayed.getFirst())));
    }
    BuildSighting newest = newest(sightings);
    return found(product, newest.build(), null, told(newest) + ": it hides the revision.");
  }

  private static String told(BuildSighting s) {
    return "%s says %s (%s at offset %d)"
        .formatted(s.path(), s.build(), words(s.kind()), s.offset());
  }

  private static String words(Kind kind) {
    return switch (kind) {
      case FILE_VERSION -> "version resource";
      case FILE_VERSION_TEXT -> "version of a file";
      case PACKAGE -> "version of a package";
      case FARM_BUILD -> "build of the farm";
      case ADMIN_DISPLAY_VERSION -> "AdminDisplayVersion";
      case HEADER -> "header";
      case FOLDER_NAME -> "folder name";
    };
  }

  private FoundBuild found(
      Product product, @Nullable BuildNumber build, @Nullable BuildNumber other, String sentence) {
    return new FoundBuild(product, build, other, configured, kbs, sentence, sightings, problems);
  }
}
