package org.bellbuoy.sea.cable;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import org.bellbuoy.core.source.SourceException;

/** Whatever the bytes, the reader gives cables or one sentence. */
final class CableFuzzTest {
  @FuzzTest
  void anyBytesGiveCablesOrASentence(byte[] bytes) {
    try {
      Cables cables =
          Cables.read(new ByteArrayInputStream(bytes), "fuzz", new CableOptions(5_000, 10_000));
      for (Cable cable : cables.cables()) {
        if (!Double.isFinite(cable.lengthKilometres())) {
          throw new AssertionError("A cable without a finite length: " + cable);
        }
      }
      CableIndex.of(cables, 10_000).nearestWithin(0, 0, 10_000, new CableHit());
    } catch (SourceException e) {
      if (e.getMessage() == null || e.getMessage().contains("\n")) {
        throw new AssertionError("Not one sentence: " + e.getMessage(), e);
      }
    }
  }
}
