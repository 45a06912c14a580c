package org.bellbuoy.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bellbuoy.core.exhibit.NetworkPicture;

/**
 * Where the parts of a network stand: zones one under another at the left, each as high as its
 * members or its links need; beside each zone one row for every end of a link, with room for words
 * of its own; at the right the lanes by which links go from row to row. So nothing lies on anything
 * else however many there are, and the same picture always comes out the same.
 */
final class NetworkLayout {
  static final double CARD = 172;
  static final double CARD_HEIGHT = 40;
  static final double GAP = 8;
  static final double PAD = 10;
  static final int COLUMNS = 3;
  static final double BOX = COLUMNS * CARD + (COLUMNS - 1) * GAP + 2 * PAD;

  /** Words of a row begin here and take at most so much. */
  static final double WORDS = BOX + 26;

  static final double WORDS_WIDTH = 330;

  private static final double HEAD = 30;
  private static final double ROW = 23;
  private static final double FIRST_ROW = 26;
  private static final double BETWEEN = 22;
  private static final double LANES = WORDS + WORDS_WIDTH + 10;
  private static final double LANE = 10;
  private static final double EDGE = 14;

  /** A zone's box. */
  record Box(double top, double height) {}

  /**
   * How a link goes.
   *
   * @param fromY row at who asks
   * @param toY row at who is asked; the same where both are one zone
   * @param laneX where it goes up or down; NaN within a zone
   */
  record Way(double fromY, double toY, double laneX) {
    boolean within() {
      return Double.isNaN(laneX);
    }

    private double upper() {
      return Math.min(fromY, toY);
    }

    private double lower() {
      return Math.max(fromY, toY);
    }
  }

  private final List<Box> boxes = new ArrayList<>();
  private final Way[] ways;
  private final double height;
  private final int lanes;

  private NetworkLayout(NetworkPicture picture, double top) {
    int[] rows = new int[picture.zones().size()];
    int[] fromRow = new int[picture.links().size()];
    int[] toRow = new int[fromRow.length];
    for (int i = 0; i < fromRow.length; i++) {
      NetworkPicture.Link link = picture.links().get(i);
      fromRow[i] = rows[link.from()]++;
      toRow[i] = link.from() == link.to() ? fromRow[i] : -1;
    }
    for (int i = 0; i < fromRow.length; i++) {
      if (toRow[i] < 0) {
        toRow[i] = rows[picture.links().get(i).to()]++;
      }
    }
    double y = top;
    for (int i = 0; i < rows.length; i++) {
      int members = picture.zones().get(i).members().size();
      int lines = (members + COLUMNS - 1) / COLUMNS;
      double cards = HEAD + lines * (CARD_HEIGHT + GAP) + PAD - GAP;
      double box = Math.max(cards, FIRST_ROW + rows[i] * ROW - 8);
      boxes.add(new Box(y, box));
      y += box + BETWEEN;
    }
    height = y - BETWEEN + 4;
    ways = new Way[fromRow.length];
    for (int i = 0; i < ways.length; i++) {
      NetworkPicture.Link link = picture.links().get(i);
      ways[i] = new Way(row(link.from(), fromRow[i]), row(link.to(), toRow[i]), Double.NaN);
    }
    lanes = lanes(picture.links());
  }

  /** A layout below a line. */
  static NetworkLayout of(NetworkPicture picture, double top) {
    return new NetworkLayout(picture, top);
  }

  private double row(int zone, int row) {
    return boxes.get(zone).top() + FIRST_ROW + row * ROW;
  }

  /** Short ways take the inner lanes; two that meet never share one. Gives how many there are. */
  private int lanes(List<NetworkPicture.Link> links) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < ways.length; i++) {
      if (links.get(i).from() != links.get(i).to()) {
        order.add(i);
      }
    }
    order.sort(
        Comparator.comparingDouble((Integer i) -> ways[i].lower() - ways[i].upper())
            .thenComparing(i -> i));
    List<List<Way>> taken = new ArrayList<>();
    for (int i : order) {
      Way way = ways[i];
      int lane = 0;
      while (lane < taken.size() && taken.get(lane).stream().anyMatch(o -> meet(o, way))) {
        lane++;
      }
      if (lane == taken.size()) {
        taken.add(new ArrayList<>());
      }
      taken.get(lane).add(way);
      ways[i] = new Way(way.fromY(), way.toY(), LANES + lane * LANE);
    }
    return taken.size();
  }

  private static boolean meet(Way one, Way other) {
    return one.upper() <= other.lower() && other.upper() <= one.lower();
  }

  Box box(int zone) {
    return boxes.get(zone);
  }

  Way way(int link) {
    return ways[link];
  }

  /** Left edge of a card within its box. */
  double cardX(int member) {
    return PAD + member % COLUMNS * (CARD + GAP);
  }

  /** Upper edge of a card. */
  double cardY(int zone, int member) {
    return boxes.get(zone).top() + HEAD + Math.floorDiv(member, COLUMNS) * (CARD_HEIGHT + GAP);
  }

  double width() {
    return LANES + lanes * LANE + EDGE;
  }

  double height() {
    return height;
  }
}
