package org.bellbuoy.server.content;

import java.util.List;

/**
 * One file of a web folder, read: text, tokens and prints. Holds the whole text; keep its {@link
 * #print} where many are read. Never thrown at by what the bytes hold. Not thread safe while it is
 * made, immutable after.
 */
public final class Script {
  private final String path;
  private final ScriptLanguage language;
  private final int bytes;
  private final ScriptText text;
  private final TokenList tokens;
  private final List<Token> joined;
  private final ScriptPrint print;

  private Script(String path, byte[] file) {
    this.path = path;
    this.language = ScriptLanguage.of(path);
    this.bytes = file.length;
    this.text = ScriptText.of(file);
    this.tokens = Tokeniser.read(text, language);
    this.joined = tokens.joined();
    this.print = ScriptPrint.of(file, NormalForm.of(joined));
  }

  /**
   * Reads a file.
   *
   * @param path as collected; its extension says how to read the bytes
   * @param file all bytes; those behind {@link ScriptText#MOST_BYTES} count in the digest only
   */
  public static Script read(String path, byte[] file) {
    return new Script(path, file);
  }

  /** As collected. */
  public String path() {
    return path;
  }

  /** By its extension. */
  public ScriptLanguage language() {
    return language;
  }

  /** Size of the file. */
  public int bytes() {
    return bytes;
  }

  /** The characters. */
  public ScriptText text() {
    return text;
  }

  /** What to keep of it: digests and sketches. */
  public ScriptPrint print() {
    return print;
  }

  /** Whether a server that serves the file would run code in it. */
  public boolean hasServerCode() {
    return tokens.serverCode >= 0;
  }

  TokenList tokens() {
    return tokens;
  }

  List<Token> joined() {
    return joined;
  }
}
