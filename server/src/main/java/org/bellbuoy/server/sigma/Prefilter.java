package org.bellbuoy.server.sigma;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One pass over the bytes of a record that says which units of rules can hold of it: an automaton
 * after Aho and Corasick (1975) over all their required texts, whatever the case of ASCII letters,
 * as one dense table of states by classes of bytes. Immutable and shared; a {@link Candidates}
 * belongs to one thread.
 *
 * <p>Cost: one look-up a byte. Nothing is made.
 */
final class Prefilter {
  @SuppressWarnings("ImmutableMember") // never changed
  private final byte[] classes;

  /** Where each state goes by class: first entry of the next state, below zero where it tells. */
  @SuppressWarnings("ImmutableMember") // never changed
  private final int[] table;

  /** Units told by each state. */
  @SuppressWarnings("ImmutableMember") // never changed
  private final int[][] told;

  private final int shift;

  @SuppressWarnings("ImmutableMember") // never changed
  private final int[] always;

  private Prefilter(byte[] classes, int[] table, int[][] told, int shift, int[] always) {
    this.classes = classes;
    this.table = table;
    this.told = told;
    this.shift = shift;
    this.always = always;
  }

  /** Candidates of one record; used again for the next. */
  static final class Candidates {
    private final int[] seen;
    private final int[] units;
    private int count;
    private int now;

    Candidates(int unitCount) {
      seen = new int[unitCount];
      units = new int[unitCount];
    }

    int count() {
      return count;
    }

    int unit(int i) {
      return units[i];
    }

    private void clear() {
      count = 0;
      if (++now == 0) {
        Arrays.fill(seen, 0);
        now = 1;
      }
    }

    private void add(int unit) {
      if (seen[unit] != now) {
        seen[unit] = now;
        units[count++] = unit;
      }
    }
  }

  /** Units that every record must be tested against. */
  int alwaysCount() {
    return always.length;
  }

  /** Entries of the table, four bytes each. */
  int tableEntries() {
    return table.length;
  }

  /**
   * An ASCII character as the automaton sees it: letters without case, and all that may stand
   * around a value in a line as a space.
   */
  static char fold(char c) {
    return switch (c) {
      case ' ', '"', ',', '?', '\t', '\n', '\r' -> ' ';
      default -> Folding.fold(c);
    };
  }

  /** The automaton of some units, which it tells by their index. */
  static Prefilter of(List<Unit> units) {
    List<byte[]> texts = new ArrayList<>();
    List<Integer> owners = new ArrayList<>();
    List<Integer> always = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      Literals.Clause clause = units.get(i).clause();
      if (clause == null) {
        always.add(i);
        continue;
      }
      for (String text : clause.texts().stream().sorted().toList()) {
        texts.add(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        owners.add(i);
      }
    }
    byte[] classes = new byte[256];
    int count = 1;
    for (byte[] text : texts) {
      for (byte b : text) {
        if (classes[b] == 0) {
          classes[b] = (byte) count++;
        }
      }
    }
    for (char c = 0; c < 128; c++) {
      classes[c] = classes[fold(c)];
    }
    int shift = 32 - Integer.numberOfLeadingZeros(count - 1);
    int[] waiting = always.stream().mapToInt(Integer::intValue).toArray();
    return build(classes, Math.max(shift, 1), texts, owners, waiting);
  }

  private static Prefilter build(
      byte[] classes, int shift, List<byte[]> texts, List<Integer> owners, int[] always) {
    int most = 1;
    for (byte[] text : texts) {
      most += text.length;
    }
    int[] next = new int[most << shift];
    Arrays.fill(next, 0, next.length, -1);
    List<List<Integer>> told = new ArrayList<>();
    told.add(new ArrayList<>());
    for (int i = 0; i < texts.size(); i++) {
      int state = 0;
      for (byte b : texts.get(i)) {
        int cell = (state << shift) + classes[b];
        if (next[cell] < 0) {
          next[cell] = told.size();
          told.add(new ArrayList<>());
        }
        state = next[cell];
      }
      told.get(state).add(owners.get(i));
    }
    return link(classes, shift, next, told, always);
  }

  /** Fills the gaps by the longest proper suffix, and numbers states by depth: hot ones first. */
  private static Prefilter link(
      byte[] classes, int shift, int[] next, List<List<Integer>> told, int[] always) {
    int states = told.size();
    int width = 1 << shift;
    int[] fails = new int[states];
    int[] order = new int[states];
    int[] rank = new int[states];
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    queue.add(0);
    int n = 0;
    while (!queue.isEmpty()) {
      int state = queue.remove();
      rank[state] = n;
      order[n++] = state;
      for (int c = 0; c < width; c++) {
        int cell = (state << shift) + c;
        int target = next[cell];
        int failed = state == 0 ? 0 : next[(fails[state] << shift) + c];
        if (target < 0) {
          next[cell] = failed;
        } else {
          fails[target] = failed;
          told.get(target).addAll(told.get(failed));
          queue.add(target);
        }
      }
    }
    int[] table = new int[states << shift];
    int[][] rules = new int[states][];
    for (int i = 0; i < states; i++) {
      rules[i] = told.get(order[i]).stream().distinct().mapToInt(Integer::intValue).toArray();
      for (int c = 0; c < width; c++) {
        int target = next[(order[i] << shift) + c];
        int entry = rank[target] << shift;
        table[(i << shift) + c] = told.get(target).isEmpty() ? entry : ~entry;
      }
    }
    return new Prefilter(classes, table, rules, shift, always);
  }

  /** Finds the units that can hold of a record. */
  void scan(byte[] bytes, int from, int to, Candidates candidates) {
    candidates.clear();
    for (int unit : always) {
      candidates.add(unit);
    }
    int[] states = table;
    byte[] kinds = classes;
    // A bound stands before and behind the line.
    int state = tell(states[kinds[' ']], candidates);
    for (int i = from; i < to; i++) {
      state = states[state + kinds[bytes[i] & 0xff]];
      if (state < 0) {
        state = tell(state, candidates);
      }
    }
    tell(states[state + kinds[' ']], candidates);
  }

  private int tell(int entry, Candidates candidates) {
    if (entry >= 0) {
      return entry;
    }
    for (int unit : told[~entry >> shift]) {
      candidates.add(unit);
    }
    return ~entry;
  }
}
