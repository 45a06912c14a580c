package org.bellbuoy.server.content;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * All that has to be kept of a script to find it again: some 900 bytes of memory, whatever its
 * size. Immutable.
 */
public final class ScriptPrint {
  private final String sha256;
  private final String tokenSha256;
  private final String literalSha256;
  private final int tokens;
  private final int normalBytes;
  private final @Nullable Tlsh tlsh;
  private final MinHash minHash;

  private ScriptPrint(
      String sha256, NormalForm form, int normalBytes, @Nullable Tlsh tlsh, MinHash minHash) {
    this.sha256 = sha256;
    this.tokenSha256 = form.tokenSha256();
    this.literalSha256 = form.literalSha256();
    this.tokens = form.words().size();
    this.normalBytes = normalBytes;
    this.tlsh = tlsh;
    this.minHash = minHash;
  }

  static ScriptPrint of(byte[] file, NormalForm form) {
    byte[] normal = String.join(" ", form.words()).getBytes(StandardCharsets.UTF_8);
    return new ScriptPrint(
        HexFormat.of().formatHex(Digests.sha256().digest(file)),
        form,
        normal.length,
        normal.length < Likeness.TLSH_BYTES ? null : Tlsh.of(normal),
        MinHash.of(form.words()));
  }

  /** SHA-256 of the file, lower-case hex. */
  public String sha256() {
    return sha256;
  }

  /**
   * SHA-256 of the tokens, without names, strings and numbers. Says little where there are few
   * tokens.
   */
  public String tokenSha256() {
    return tokenSha256;
  }

  /** SHA-256 of the tokens, without names but with strings and numbers. */
  public String literalSha256() {
    return literalSha256;
  }

  /** Number of tokens. */
  public int tokens() {
    return tokens;
  }

  /** Bytes of the normalised text that is compared. */
  public int normalBytes() {
    return normalBytes;
  }

  /** TLSH of the normalised text in its T1 form, null where that is too short or too uniform. */
  public @Nullable String tlsh() {
    return tlsh == null ? null : tlsh.text();
  }

  @Nullable Tlsh tlshOrNull() {
    return tlsh;
  }

  MinHash minHash() {
    return minHash;
  }

  /**
   * The digest that stands for the same script: that of the tokens, or with strings where there are
   * so few tokens that unlike pages would share them.
   */
  public String identity() {
    return tokens >= Likeness.TELLING_TOKENS ? tokenSha256 : literalSha256;
  }
}
