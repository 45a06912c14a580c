package org.bellbuoy.server.build;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Comparator;
import java.util.Optional;

/**
 * A build as Microsoft numbers it, for example 16.0.10417.20037 or 15.2.1118.20.
 *
 * @param major first part
 * @param minor second part
 * @param build third part; for Exchange it names the CU, 0 where it is not told
 * @param revision fourth part; {@link #HIDDEN} where it is not told
 */
public record BuildNumber(int major, int minor, int build, int revision)
    implements Comparable<BuildNumber> {
  /** The part is not told by the source. */
  public static final int HIDDEN = -1;

  /** Four or three numbers with dots; leading zeros as PowerShell exports write them. */
  private static final Pattern DOTTED =
      Pattern.compile("(\\d{1,5})\\.(\\d{1,5})\\.(\\d{1,6})(?:\\.(\\d{1,6}))?");

  private static final Pattern DISPLAYED =
      Pattern.compile(
          "(?i)version\\s+(\\d{1,5})\\.(\\d{1,5})\\s*\\(build\\s+(\\d{1,6})(?:\\.(\\d{1,6}))?\\)");

  private static final Comparator<BuildNumber> ORDER =
      Comparator.comparingInt(BuildNumber::major)
          .thenComparingInt(BuildNumber::minor)
          .thenComparingInt(BuildNumber::build)
          .thenComparingInt(BuildNumber::revision);

  /**
   * Reads {@code 15.2.1118.20}, {@code 15.02.1118.020}, {@code 15.2.1118} and {@code Version 15.2
   * (Build 1118.20)}; nothing else.
   */
  public static Optional<BuildNumber> parse(String text) {
    String trimmed = text.strip();
    Matcher dotted = DOTTED.matcher(trimmed);
    if (dotted.matches()) {
      return Optional.of(of(dotted));
    }
    Matcher displayed = DISPLAYED.matcher(trimmed);
    return displayed.matches() ? Optional.of(of(displayed)) : Optional.empty();
  }

  /** From four groups of digits, the last of which may be absent. */
  static BuildNumber of(Matcher m) {
    String revision = m.group(4);
    return new BuildNumber(
        Integer.parseInt(m.group(1)),
        Integer.parseInt(m.group(2)),
        Integer.parseInt(m.group(3)),
        revision == null ? HIDDEN : Integer.parseInt(revision));
  }

  /**
   * Whether the part that decides is missing: no revision, or a header such as 16.0.0.19725 whose
   * third part is 0 and whose fourth is really the third.
   */
  public boolean hidesRevision() {
    return revision == HIDDEN || build == 0;
  }

  /** The part that names branch or CU, also where a header moved it to the end. */
  public int branch() {
    return build == 0 && revision != HIDDEN ? revision : build;
  }

  /** Whether both are of one CU or branch. */
  public boolean sameBranch(BuildNumber other) {
    return major == other.major && minor == other.minor && branch() == other.branch();
  }

  @Override
  public int compareTo(BuildNumber other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    String three = major + "." + minor + "." + build;
    return revision == HIDDEN ? three : three + "." + revision;
  }
}
