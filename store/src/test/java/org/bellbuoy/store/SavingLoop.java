package org.bellbuoy.store;

import java.nio.file.Path;

/** A process of its own that saves run after run until it is killed, telling what was committed. */
final class SavingLoop {
  static final int FINDINGS_PER_RUN = 40;

  private SavingLoop() {}

  public static void main(String[] args) {
    int next = Integer.parseInt(args[1]);
    int last = Integer.parseInt(args[2]);
    try (Store store = Store.open(Path.of(args[0]))) {
      System.out.println("open");
      for (int run = next; run < last; run++) {
        save(store, run);
        System.out.println(run);
      }
    }
  }

  /** Every run finds half of what the run before it found, so that findings are replaced too. */
  static Saved save(Store store, int run) {
    int from = run * FINDINGS_PER_RUN / 2;
    String id = "run-" + run;
    return store.save(Samples.run(id), Samples.findings(id, from, from + FINDINGS_PER_RUN));
  }
}
