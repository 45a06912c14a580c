package org.bellbuoy.core.reject;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Counts rejects and writes each as one JSON line. With no file it only counts. Not thread safe:
 * rejects come in the order of the stream.
 */
public final class RejectLog implements AutoCloseable {
  private final Map<String, Long> counts = new TreeMap<>();
  private final @Nullable JsonGenerator json;
  private final IntFunction<String> sourceNames;

  private RejectLog(@Nullable JsonGenerator json, IntFunction<String> sourceNames) {
    this.json = json;
    this.sourceNames = sourceNames;
  }

  /** A log that only counts. */
  public static RejectLog counting() {
    return new RejectLog(null, index -> "");
  }

  /**
   * A log that writes to that file.
   *
   * @param sourceNames gives a source's name by its index
   */
  public static RejectLog to(Path file, IntFunction<String> sourceNames) throws IOException {
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    JsonGenerator json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8);
    json.setRootValueSeparator(null);
    return new RejectLog(json, sourceNames);
  }

  /** Keeps one reject. */
  public void add(Reject reject) throws IOException {
    counts.merge(reject.reason(), 1L, Long::sum);
    if (json == null) {
      return;
    }
    json.writeStartObject();
    json.writeStringField("reason", reject.reason());
    json.writeStringField("source", sourceNames.apply(reject.source()));
    json.writeNumberField("offset", reject.offset());
    json.writeNumberField("length", reject.length());
    json.writeNumberField("line", reject.line());
    json.writeStringField("detail", reject.detail());
    json.writeEndObject();
    json.writeRaw('\n');
  }

  /** Counts by reason, in order of the word. */
  public Map<String, Long> counts() {
    return Collections.unmodifiableMap(new TreeMap<>(counts));
  }

  /** All rejects. */
  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  @Override
  public void close() throws IOException {
    if (json != null) {
      json.close();
    }
  }
}
