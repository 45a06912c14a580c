package org.bellbuoy.core.source;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The content of one input: decompressed where it was compressed, digested while it is read. A
 * stream that breaks ends the reading with a {@link #problem}; what came before it stays.
 */
public final class Content implements AutoCloseable {
  private static final int DEEPEST = 3;

  private final Input input;
  private final DigestStream stored;
  private final MessageDigest digest = Digests.sha256();
  private HeadStream stream;
  private long offset;
  private boolean ended;
  private @Nullable String problem;

  private Content(Input input, DigestStream stored) {
    this.input = input;
    this.stored = stored;
    this.stream = new HeadStream(stored);
  }

  /** Opens an input and looks through its compression, at most three layers of it. */
  public static Content open(Input input) throws SourceException {
    InputStream raw;
    try {
      raw = input.opener().open();
    } catch (IOException e) {
      throw new SourceException(
          "%s cannot be opened (%s); check that it is there and may be read."
              .formatted(input.path(), reason(e)),
          e);
    }
    Content content = new Content(input, new DigestStream(raw));
    content.look();
    return content;
  }

  private void look() {
    try {
      for (int depth = 0; depth < DEEPEST; depth++) {
        stream.fill(4);
        if (stream.headAt(0) == 0x1f && stream.headAt(1) == 0x8b) {
          stream = new HeadStream(new GzipStream(stream));
        } else if (stream.headAt(0) == 0x28
            && stream.headAt(1) == 0xb5
            && stream.headAt(2) == 0x2f
            && stream.headAt(3) == 0xfd) {
          stream = new HeadStream(new ZstdStream(stream));
        } else {
          // Not compressed, so the content is what is stored: one digest serves both.
          stored.digesting = depth > 0;
          return;
        }
      }
    } catch (IOException e) {
      fail(e);
    }
  }

  /** Name of the content, without a compression suffix. */
  public String name() {
    return input.name();
  }

  /** Where it was found. */
  public String path() {
    return input.path();
  }

  /**
   * Reads the next bytes.
   *
   * @return how many, at least one; −1 at the end or when a problem ended the reading
   */
  public int read(byte[] buffer) {
    return read(buffer, 0, buffer.length);
  }

  /**
   * Reads the next bytes into a part of a buffer.
   *
   * @param from index of the first byte to write
   * @param length most bytes to write, at least one
   * @return how many, at least one; −1 at the end or when a problem ended the reading
   */
  public int read(byte[] buffer, int from, int length) {
    if (ended) {
      return -1;
    }
    try {
      int n = stream.read(buffer, from, length);
      while (n == 0 && length > 0) {
        n = stream.read(buffer, from, length);
      }
      if (n < 0) {
        ended = true;
        return -1;
      }
      digest.update(buffer, from, n);
      offset += n;
      return n;
    } catch (IOException e) {
      fail(e);
      return -1;
    }
  }

  /** The next bytes, at most n and fewer only where the content ends, without taking them. */
  public byte[] peek(int n) {
    if (ended) {
      return new byte[0];
    }
    try {
      stream.fill(n);
    } catch (IOException e) {
      // Reading comes to the same place again and tells it there, after the bytes before it.
      if (stream.headAt(0) < 0) {
        fail(e);
      }
    }
    return stream.head(n);
  }

  /**
   * The next bytes, at most n, without taking them: waits until more have come than are known, not
   * until all have.
   *
   * @param known how many were seen before; as many come back where the content ends
   */
  public byte[] peekWhatComes(int n, int known) {
    if (ended) {
      return new byte[0];
    }
    try {
      stream.more(n, known);
    } catch (IOException e) {
      // As with peek: told when it is read.
      if (stream.headAt(0) < 0) {
        fail(e);
      }
    }
    return stream.head(n);
  }

  /** Bytes of content read so far. */
  public long offset() {
    return offset;
  }

  /** Why reading ended early, a sentence; null when nothing is wrong. */
  public @Nullable String problem() {
    return problem;
  }

  /** Tells what was read, at the end or when the rest is not wanted. Nothing is read after it. */
  public SourceInfo finish(String format) {
    byte[] content = contentDigest();
    if (!stored.digesting) {
      digest.update(stream.head(Integer.MAX_VALUE));
    }
    if (ended) {
      drain();
    }
    ended = true;
    boolean whole = input.wholeFile() && stored.ended;
    return new SourceInfo(
        input.name(),
        input.path(),
        format,
        whole ? stored.count : input.storedBytes(),
        whole ? HexFormat.of().formatHex(storedDigest(content)) : null,
        offset,
        HexFormat.of().formatHex(content),
        problem);
  }

  /** Digest of what was read. Where it also serves what is stored, it goes on after that. */
  private byte[] contentDigest() {
    if (stored.digesting) {
      return digest.digest();
    }
    try {
      return ((MessageDigest) digest.clone()).digest();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("SHA-256 of this JDK cannot be copied", e);
    }
  }

  private byte[] storedDigest(byte[] content) {
    if (stored.digesting) {
      return stored.digest.digest();
    }
    return offset == stored.count ? content : digest.digest();
  }

  /** Reads stored bytes to their end, so that even a damaged file has its digest. */
  private void drain() {
    byte[] buffer = new byte[1 << 16];
    try {
      int n = 0;
      while (!stored.ended && n >= 0) {
        n = stored.read(buffer, 0, buffer.length);
        if (n > 0 && !stored.digesting) {
          digest.update(buffer, 0, n);
        }
      }
    } catch (IOException e) {
      // Stored bytes that cannot be read have no digest; the content's problem was told already.
      return;
    }
  }

  private void fail(IOException e) {
    ended = true;
    String what =
        e instanceof StreamProblem broken
            ? "The %s stream of %s %s".formatted(broken.layer, input.path(), broken.phrase)
            : "Reading %s failed (%s)".formatted(input.path(), reason(e));
    problem =
        "%s at content offset %d: what came before it was read; fetch the file again."
            .formatted(what, offset);
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }

  @Override
  public void close() {
    ended = true;
    try {
      stream.close();
    } catch (IOException e) {
      // Everything wanted has been read; a failure to let go changes nothing of it.
      return;
    }
  }
}
