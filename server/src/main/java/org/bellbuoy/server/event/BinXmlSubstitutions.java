package org.bellbuoy.server.event;

import java.util.List;

/** The values that a template instance puts into its template. An index beyond them is null. */
final class BinXmlSubstitutions {
  private final EvtxBytes in;
  private final int[] offsets;
  private final int[] sizes;
  private final int[] types;

  BinXmlSubstitutions(EvtxBytes in, int[] offsets, int[] sizes, int[] types) {
    this.in = in;
    this.offsets = offsets;
    this.sizes = sizes;
    this.types = types;
  }

  int typeOf(int index) {
    return index < types.length ? types[index] : BinXmlValues.NULL;
  }

  int from(int index) {
    return offsets[index];
  }

  int to(int index) {
    return offsets[index] + sizes[index];
  }

  String text(int index) throws EvtxProblem {
    return BinXmlValues.text(in, types[index], offsets[index], sizes[index]);
  }

  List<String> items(int index) throws EvtxProblem {
    return BinXmlValues.items(in, types[index], offsets[index], sizes[index]);
  }
}
