package org.bellbuoy.core.finding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A company, state or person behind a subject or an asset.
 *
 * @param id the register's identifier
 * @param role for example {@code owner}
 * @param controllers ultimate controllers
 * @param basis how that is known
 * @param of whose party it is: {@link #SUBJECT}, or type and id of an asset of the finding with a
 *     colon between; null where not told
 * @param certainty {@link #STATED}, {@link #CERTAIN} or {@link #POSSIBLE}; null where not told
 * @param name a name for people: untrusted text; null where not told
 */
public record PartyRef(
    String id,
    String role,
    List<Controller> controllers,
    String basis,
    @Nullable String of,
    @Nullable String certainty,
    @Nullable String name) {
  /** The party belongs to the finding's subject. */
  public static final String SUBJECT = "subject";

  /** A source says so. */
  public static final String STATED = "stated";

  /** It follows from least shares. */
  public static final String CERTAIN = "certain";

  /** It follows from largest shares only. */
  public static final String POSSIBLE = "possible";

  public PartyRef {
    controllers = List.copyOf(controllers);
  }

  /**
   * An ultimate controller of a party.
   *
   * @param id the register's identifier
   * @param certainty {@link #STATED}, {@link #CERTAIN} or {@link #POSSIBLE}; null where not told
   * @param basis by what it controls, which is not by what the party has its role; null where not
   *     told
   * @param name a name for people: untrusted text; null where not told
   */
  public record Controller(
      String id, @Nullable String certainty, @Nullable String basis, @Nullable String name) {
    /** One of which nothing but the id is told. */
    public static Controller of(String id) {
      return new Controller(id, null, null, null);
    }

    /** Name, else id, with how sure it is unless it is certain. */
    public String label() {
      String called = name == null || name.isBlank() ? id : name;
      return CERTAIN.equals(certainty)
          ? called
          : called + " (" + (certainty == null ? "how sure is not told" : certainty) + ')';
    }
  }

  /** A party of which it is not told whether it is the subject's or an asset's. */
  public PartyRef(String id, String role, List<String> controllers, String basis) {
    this(id, role, controllers.stream().map(Controller::of).toList(), basis, null, null, null);
  }

  /** Name, else id. */
  public String label() {
    return name == null || name.isBlank() ? id : name;
  }

  /** How a party is told to be an asset's. */
  public static String of(AssetRef asset) {
    return asset.type() + ':' + asset.id();
  }
}
