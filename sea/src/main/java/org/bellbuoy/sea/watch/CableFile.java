package org.bellbuoy.sea.watch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.bellbuoy.core.source.Content;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.Inputs;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.core.source.SourceInfo;
import org.bellbuoy.sea.cable.CableIndex;
import org.bellbuoy.sea.cable.CableOptions;
import org.bellbuoy.sea.cable.Cables;

/**
 * Cables as given by the user, with the digest of the file they came from.
 *
 * @param index of all cables
 * @param info the file
 * @param defaultUncertaintyMetres band of cables that tell none
 */
public record CableFile(CableIndex index, SourceInfo info, double defaultUncertaintyMetres) {
  /** Grid radius: no question of this room is about more. */
  private static final double INDEX_RADIUS_METRES = 20_000;

  /** Files above this are no cable maps. */
  private static final int LARGEST_BYTES = 128 << 20;

  /**
   * Reads a cable file.
   *
   * @throws SourceException in one sentence, when it gives no cables
   */
  public static CableFile read(String path, CableOptions options) throws SourceException {
    List<Input> inputs = Inputs.find(List.of(path), InputStream.nullInputStream());
    if (inputs.size() != 1) {
      throw new SourceException(
          path + " holds " + inputs.size() + " files; give one GeoJSON file with cable routes.");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SourceInfo info;
    try (Content content = Content.open(inputs.getFirst())) {
      byte[] buffer = new byte[1 << 16];
      int n;
      while ((n = content.read(buffer)) > 0) {
        bytes.write(buffer, 0, n);
        if (bytes.size() > LARGEST_BYTES) {
          throw new SourceException(
              path + " is larger than 128 MiB; give a GeoJSON file with cable routes only.");
        }
      }
      String problem = content.problem();
      if (problem != null) {
        throw new SourceException(problem);
      }
      info = content.finish("cables");
    }
    Cables cables;
    try (InputStream in = new ByteArrayInputStream(bytes.toByteArray())) {
      cables = Cables.read(in, path, options);
    } catch (IOException e) {
      throw new SourceException(path + " cannot be read: " + e.getMessage() + ".", e);
    }
    return new CableFile(
        CableIndex.of(cables, INDEX_RADIUS_METRES), info, options.defaultUncertaintyMetres());
  }
}
