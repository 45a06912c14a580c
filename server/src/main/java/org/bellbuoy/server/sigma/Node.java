package org.bellbuoy.server.sigma;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A condition, ready to be tested. Immutable and shared. */
sealed interface Node {
  /**
   * Whether it holds of a record.
   *
   * @param full whether queries are also tested as full URIs
   */
  boolean holds(SigmaRecord record, boolean full);

  /** All of them. */
  record And(List<Node> nodes) implements Node {
    public And {
      nodes = List.copyOf(nodes);
    }

    @Override
    public boolean holds(SigmaRecord record, boolean full) {
      for (int i = 0; i < nodes.size(); i++) {
        if (!nodes.get(i).holds(record, full)) {
          return false;
        }
      }
      return true;
    }
  }

  /** At least so many of them. */
  record AtLeast(int count, List<Node> nodes) implements Node {
    public AtLeast {
      nodes = List.copyOf(nodes);
    }

    @Override
    public boolean holds(SigmaRecord record, boolean full) {
      int held = 0;
      for (int i = 0; i < nodes.size() && held < count; i++) {
        if (nodes.get(i).holds(record, full)) {
          held++;
        }
      }
      return held >= count;
    }
  }

  /** Not that. */
  record Not(Node node) implements Node {
    @Override
    public boolean holds(SigmaRecord record, boolean full) {
      return !node.holds(record, full);
    }
  }

  /**
   * A field's value.
   *
   * @param plusIsSpace whether a plus sign of the value may also be a space
   * @param uri whether the field has a second text in the full-URI reading
   */
  record Field(SigmaField field, TextTest test, boolean plusIsSpace, boolean uri) implements Node {
    @Override
    public boolean holds(SigmaRecord record, boolean full) {
      String value = record.value(field);
      if (test.holds(value)) {
        return true;
      }
      if (plusIsSpace && value != null && value.indexOf('+') >= 0) {
        return test.holds(value.replace('+', ' '));
      }
      if (!full || !uri || test instanceof TextTest.Absent) {
        return false;
      }
      String second = record.fullUri(field);
      return second != null && test.holds(second);
    }
  }

  /** A text of the whole record. */
  record Keyword(TextTest test) implements Node {
    @Override
    public boolean holds(SigmaRecord record, boolean full) {
      return test.holds(record.raw());
    }
  }

  /** Whether a field is there. */
  record Exists(SigmaField field, boolean wanted) implements Node {
    @Override
    public boolean holds(SigmaRecord record, boolean full) {
      return record.has(field) == wanted;
    }
  }

  /** A field's value beside that of another. */
  record Reference(
      SigmaField field, SigmaField other, boolean atStart, boolean atEnd, boolean cased)
      implements Node {
    @Override
    public boolean holds(SigmaRecord record, boolean full) {
      String value = shown(record.value(field));
      String wanted = shown(record.value(other));
      if (value == null || wanted == null) {
        return false;
      }
      if (atStart && atEnd) {
        return value.contains(wanted);
      }
      return atStart
          ? value.startsWith(wanted)
          : atEnd ? value.endsWith(wanted) : value.equals(wanted);
    }

    private @Nullable String shown(@Nullable String value) {
      return value == null || cased ? value : Folding.fold(value);
    }
  }

  /** One of them, the plainest form of {@link AtLeast}. */
  static Node any(List<Node> nodes) {
    return nodes.size() == 1 ? nodes.getFirst() : new AtLeast(1, nodes);
  }

  /** All of them, those that cost least first. */
  static Node all(List<Node> nodes) {
    return nodes.size() == 1
        ? nodes.getFirst()
        : new And(nodes.stream().sorted(Comparator.comparingInt(Node::cost)).toList());
  }

  /** What testing costs, roughly: a status 1, a text 4, a keyword more, an expression most. */
  default int cost() {
    return switch (this) {
      case And and -> and.nodes().stream().mapToInt(Node::cost).sum();
      case AtLeast some -> some.nodes().stream().mapToInt(Node::cost).sum();
      case Not not -> not.node().cost();
      case Field field -> cost(field.test());
      case Keyword keyword -> 8 + cost(keyword.test());
      case Exists exists -> 1;
      case Reference reference -> 4;
    };
  }

  private static int cost(TextTest test) {
    return switch (test) {
      case TextTest.Numeral number -> 1;
      case TextTest.Absent absent -> 1;
      case TextTest.Compared compared -> 2;
      case TextTest.Dated dated -> 2;
      case TextTest.Text text -> 4;
      case TextTest.Network network -> 8;
      case TextTest.Expression expression -> 60;
    };
  }
}
