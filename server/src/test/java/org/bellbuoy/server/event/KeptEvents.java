package org.bellbuoy.server.event;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.core.source.Content;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.Inputs;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.core.source.SourceInfo;
import org.jspecify.annotations.Nullable;

/** Everything that a reader says of a content. */
final class KeptEvents implements EventSink {
  final List<WindowsEvent> events = new ArrayList<>();
  final List<String> texts = new ArrayList<>();
  final List<Reject> rejects = new ArrayList<>();
  @Nullable SourceInfo info;

  private KeptEvents() {}

  static KeptEvents of(byte[] bytes, String name) {
    return of(bytes, name, ZoneOffset.UTC);
  }

  static KeptEvents of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8), "export");
  }

  static KeptEvents of(byte[] bytes, String name, ZoneId zone) {
    return of(
        new Input(name, name, bytes.length, true, () -> new ByteArrayInputStream(bytes)), zone);
  }

  /** Reads bytes as that format, whatever they look like. */
  static KeptEvents of(byte[] bytes, EventFormat format) {
    KeptEvents kept = new KeptEvents();
    Input input =
        new Input("fuzz", "fuzz", bytes.length, true, () -> new ByteArrayInputStream(bytes));
    try (Content content = Content.open(input)) {
      kept.info = EventReader.read(content, format, 0, ZoneOffset.UTC, kept);
    } catch (SourceException e) {
      throw new AssertionError(e);
    }
    return kept;
  }

  static KeptEvents of(Path path) throws SourceException {
    List<Input> inputs = Inputs.find(List.of(path.toString()), InputStream.nullInputStream());
    return of(inputs.getFirst(), ZoneOffset.UTC);
  }

  private static KeptEvents of(Input input, ZoneId zone) {
    KeptEvents kept = new KeptEvents();
    try {
      kept.info = EventReader.read(input, 0, zone, kept);
    } catch (SourceException e) {
      throw new AssertionError(e);
    }
    return kept;
  }

  List<String> reasons() {
    return rejects.stream().map(Reject::reason).toList();
  }

  @Nullable String problem() {
    return info == null ? null : info.problem();
  }

  WindowsEvent only() {
    if (events.size() != 1) {
      throw new AssertionError(events.size() + " events, rejects " + rejects);
    }
    return events.getFirst();
  }

  @Override
  public void event(WindowsEvent event, RecordText text) {
    events.add(event);
    texts.add(text.get());
  }

  @Override
  public void reject(Reject reject) {
    rejects.add(reject);
  }
}
