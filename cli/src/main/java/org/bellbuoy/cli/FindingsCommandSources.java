package org.bellbuoy.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.core.source.Content;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.Inputs;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.core.source.SourceInfo;
import org.bellbuoy.register.folder.StarterRegister;
import org.jspecify.annotations.Nullable;

/**
 * Finds the sources of a ledger again: where they were, or anywhere in folders that are given, by
 * the digest of their content. A source counts as found only when its bytes are the same.
 */
final class FindingsCommandSources {
  private final List<String> folders;
  private final Map<SourceInfo, Located> located = new HashMap<>();
  private @Nullable Map<String, Input> byDigest;

  /** Sources, looked for in those folders where they are not in their place any more. */
  FindingsCommandSources(List<String> folders) {
    this.folders = List.copyOf(folders);
  }

  /** What became of a source. */
  enum Fate {
    /** The same bytes. */
    FOUND,
    /** Nowhere. */
    MISSING,
    /** In its place are other bytes. */
    CHANGED
  }

  /**
   * A source that was looked for.
   *
   * @param input gives its bytes under the name it had then; null unless found
   * @param path where it was found now
   * @param sentence what is wrong; empty when found
   */
  record Located(Fate fate, @Nullable Input input, String path, String sentence) {}

  /** Looks for a source, once. */
  Located locate(SourceInfo source) throws SourceException {
    Located known = located.get(source);
    if (known == null) {
      known = look(source);
      located.put(source, known);
    }
    return known;
  }

  private Located look(SourceInfo source) throws SourceException {
    if (source.contentSha256().isEmpty()) {
      // The run could read nothing of it, so a repetition must not either.
      return found(
          source,
          new Input(
              source.name(),
              source.path(),
              source.storedBytes(),
              false,
              () -> {
                throw new IOException("the run could not read it either");
              }));
    }
    Input there = inPlace(source.path());
    String digest = there == null ? null : digest(there);
    if (there != null && source.contentSha256().equals(digest)) {
      return found(source, there);
    }
    Input elsewhere = elsewhere().get(source.contentSha256());
    if (elsewhere != null) {
      return found(source, elsewhere);
    }
    String path = SafeText.visible(source.path());
    return digest == null
        ? new Located(
            Fate.MISSING,
            null,
            source.path(),
            path
                + " cannot be found or read; --source names folders where it may be now"
                + " (sha256 "
                + source.contentSha256()
                + ").")
        : new Located(
            Fate.CHANGED,
            null,
            source.path(),
            path
                + " has other bytes than the run read: sha256 "
                + digest
                + ", then "
                + source.contentSha256()
                + ".");
  }

  /** The same name and path as then, for a name can tell the day of a feed. */
  private static Located found(SourceInfo source, Input input) {
    return new Located(
        Fate.FOUND,
        new Input(
            source.name(), source.path(), input.storedBytes(), input.wholeFile(), input.opener()),
        input.path(),
        "");
  }

  private static @Nullable Input inPlace(String path) {
    Optional<Input> starter = StarterRegister.at(path);
    if (starter.isPresent()) {
      return starter.get();
    }
    try {
      if (Files.isRegularFile(Path.of(path))) {
        return only(path, path);
      }
      for (int at = path.indexOf('!'); at > 0; at = path.indexOf('!', at + 1)) {
        String archive = path.substring(0, at);
        if (Files.isRegularFile(Path.of(archive))) {
          return only(archive, path);
        }
      }
      return null;
    } catch (InvalidPathException | SourceException e) {
      // A place that cannot be looked into holds nothing that could be verified.
      return null;
    }
  }

  private static @Nullable Input only(String file, String path) throws SourceException {
    for (Input input : Inputs.find(List.of(file), InputStream.nullInputStream())) {
      if (input.path().equals(path)) {
        return input;
      }
    }
    return null;
  }

  private Map<String, Input> elsewhere() throws SourceException {
    Map<String, Input> known = byDigest;
    if (known == null) {
      known = new HashMap<>();
      for (Input input : Inputs.find(folders, InputStream.nullInputStream())) {
        String digest = digest(input);
        if (digest != null) {
          known.putIfAbsent(digest, input);
        }
      }
      byDigest = known;
    }
    return known;
  }

  /** Digest of the whole content; null when it cannot be opened. */
  private static @Nullable String digest(Input input) {
    try (Content content = Content.open(input)) {
      byte[] buffer = new byte[1 << 17];
      int n;
      do {
        n = content.read(buffer);
      } while (n > 0);
      return content.finish("").contentSha256();
    } catch (SourceException e) {
      return null;
    }
  }
}
