package org.bellbuoy.sea.watch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.bellbuoy.core.finding.Evidence;
import org.bellbuoy.core.source.Content;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.core.source.SourceInfo;
import org.bellbuoy.sea.track.Place;

/**
 * Reads the bytes that findings rest on once more, to quote them. Only sources that hold evidence
 * are opened, and only up to the last byte wanted.
 */
final class EvidenceReader {
  private static final int LONGEST_QUOTE = 512;
  private static final int BUFFER = 1 << 17;

  private final List<Input> inputs;
  private final List<SourceInfo> infos;

  EvidenceReader(List<Input> inputs, List<SourceInfo> infos) {
    this.inputs = inputs;
    this.infos = infos;
  }

  /** The evidence at each of those places. Sources are read side by side. */
  Map<Place, Evidence> read(Collection<Place> places) throws SourceException {
    TreeMap<Integer, List<Place>> bySource = new TreeMap<>();
    for (Place place : places) {
      bySource.computeIfAbsent(place.source(), s -> new ArrayList<>()).add(place);
    }
    Map<Place, Evidence> all = new HashMap<>();
    List<Integer> sources = List.copyOf(bySource.keySet());
    List<Map<Place, Evidence>> parts =
        IntStream.range(0, sources.size())
            .parallel()
            .mapToObj(
                i -> {
                  List<Place> wanted = bySource.get(sources.get(i));
                  return wanted == null
                      ? Map.<Place, Evidence>of()
                      : readOne(sources.get(i), wanted);
                })
            .toList();
    parts.forEach(all::putAll);
    return all;
  }

  private Map<Place, Evidence> readOne(int source, List<Place> wanted) {
    wanted.sort(Comparator.comparingLong(Place::offset).thenComparingInt(Place::length));
    SourceInfo info = infos.get(source);
    Map<Place, Evidence> found = new HashMap<>();
    try (Content content = Content.open(inputs.get(source))) {
      byte[] buffer = new byte[BUFFER];
      long bufferOffset = 0;
      int filled = 0;
      for (Place place : wanted) {
        int length = Math.min(place.length(), LONGEST_QUOTE);
        // Keep what is still wanted, drop the rest, read on until the whole quote is in the buffer.
        while (bufferOffset + filled < place.offset() + length) {
          long drop = Math.min(place.offset() - bufferOffset, filled);
          if (drop > 0) {
            System.arraycopy(buffer, (int) drop, buffer, 0, filled - (int) drop);
            filled -= (int) drop;
            bufferOffset += drop;
          }
          byte[] more = new byte[BUFFER - filled];
          int n = content.read(more);
          if (n < 0) {
            break;
          }
          System.arraycopy(more, 0, buffer, filled, n);
          filled += n;
        }
        int at = (int) (place.offset() - bufferOffset);
        int end = Math.min(filled, at + length);
        String quote =
            at >= 0 && at < end
                ? new String(buffer, at, end - at, StandardCharsets.UTF_8).stripTrailing()
                : null;
        found.put(
            place,
            new Evidence(
                "sha256:" + info.contentSha256(),
                info.name(),
                place.offset(),
                place.length(),
                place.line(),
                0,
                quote));
      }
    } catch (SourceException e) {
      // The source was readable a moment ago; the finding stands, without a quote.
      for (Place place : wanted) {
        found.putIfAbsent(
            place,
            new Evidence(
                "sha256:" + info.contentSha256(),
                info.name(),
                place.offset(),
                place.length(),
                place.line(),
                0,
                null));
      }
    }
    return found;
  }
}
