package org.bellbuoy.sea.watch;

import java.util.*;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.core.source.Inputs;
import org.bellbuoy.sea.detect.*;

public final class Trial {
  public static void main(String[] a) throws Exception {
    for (int rep = 0; rep < 3; rep++) {
      long t0 = System.nanoTime();
      RejectLog log = RejectLog.counting();
      Followed f =
          Follower.follow(
              Inputs.find(List.of(a), System.in),
              SeaWatchOptions.defaults(2),
              log,
              Progress.silent());
      long t1 = System.nanoTime();
      System.out.println(
          f.counts()
              + " rejects "
              + log.counts()
              + " "
              + (t1 - t0) / 1e9
              + " s; slots "
              + f.reception().size()
              + " outages "
              + f.outages());
      Map<String, Integer> levels = new TreeMap<>();
      ReceiverStates r = new ReceiverStates(f.outages());
      int n = 0;
      for (SeaEvent e : f.events()) {
        if (e instanceof SeaEvent.Silence s) {
          var w = SilenceWeighing.weigh(s, f.reception(), r, SilenceOptions.defaults());
          levels.merge(
              s.equipmentClass() + (s.open() ? " open " : " ") + w.level(), 1, Integer::sum);
          if (rep == 2 && w.level() == Level.LIKELY && n++ < 25)
            System.out.println(
                s.mmsi()
                    + " "
                    + java.time.Instant.ofEpochMilli(s.fromMillis())
                    + " "
                    + s.millis() / 60000
                    + " min open="
                    + s.open()
                    + " range nm "
                    + s.rangeMetres() / 1852
                    + " p="
                    + w.probabilityOff()
                    + " share "
                    + w.meanShareHeard()
                    + " obs "
                    + w.observable()
                    + " own "
                    + s.heardSlotsOfLastTen()
                    + " kn "
                    + s.before().knots()
                    + " st "
                    + s.before().navigationalStatus());
        } else if (e instanceof SeaEvent.PositionLoss p) levels.merge("loss", 1, Integer::sum);
      }
      System.out.println(levels + " judged in " + (System.nanoTime() - t1) / 1e9);
    }
  }
}
