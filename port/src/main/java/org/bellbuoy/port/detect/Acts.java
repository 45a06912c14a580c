package org.bellbuoy.port.detect;

import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationText;
import org.bellbuoy.port.operation.TargetPart;
import org.bellbuoy.port.policy.Permission;
import org.bellbuoy.port.policy.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What one actor did of one kind to one target on one day. Keeps the first operations whole and
 * counts all. Not thread safe.
 */
final class Acts {

  private static final int MOST_FUNCTIONS = 16;
  private static final int LONGEST_WORDS = 160;

  /** How often a function was asked. */
  private static final class Asked {
    final String name;
    final @Nullable String sub;
    long count;

    Asked(String name, @Nullable String sub) {
      this.name = name;
      this.sub = sub;
    }
  }

  final long day;

  /** What the policy says, null without a policy. */
  final @Nullable Verdict verdict;

  /** Between which zones, null without a policy. */
  final @Nullable Permission permission;

  final List<Operation> first = new ArrayList<>(1);
  private final int kept;
  private final List<Asked> functions = new ArrayList<>(1);
  long count;
  long refused;
  long unanswered;
  long fromNanos = Long.MAX_VALUE;
  long toNanos = Long.MIN_VALUE;

  Acts(long day, @Nullable Permission permission, @Nullable Verdict verdict, int kept) {
    this.kept = kept;
    this.day = day;
    this.permission = permission;
    this.verdict = verdict;
  }

  /**
   * Adds an operation to the acts of its day and verdict in a list. Where there is no room for
   * another day, it is counted by the room and left out.
   */
  static void add(
      List<Acts> days,
      Operation operation,
      @Nullable Permission permission,
      @Nullable Verdict verdict,
      Room room) {
    long day = PortWords.day(operation.epochNanos());
    // Operations come nearly in order of time, so the day is the last one or near it.
    for (int i = days.size() - 1; i >= 0; i--) {
      Acts one = days.get(i);
      if (one.day == day && java.util.Objects.equals(one.verdict, verdict)) {
        one.add(operation);
        return;
      }
    }
    if (room.forActs()) {
      Acts added = new Acts(day, permission, verdict, room.operationsOfEach());
      days.add(added);
      added.add(operation);
    }
  }

  /** Whether a policy forbids it. */
  boolean forbidden() {
    return verdict != null && !verdict.answer().permits();
  }

  /** Whether a policy permits it. */
  boolean permitted() {
    return verdict != null && verdict.answer().permits();
  }

  void add(Operation operation) {
    count++;
    fromNanos = Math.min(fromNanos, operation.epochNanos());
    toNanos = Math.max(toNanos, operation.epochNanos());
    switch (operation.result()) {
      case REFUSED -> refused++;
      case UNANSWERED -> unanswered++;
      case ANSWER_ONLY -> refused += operation.resultCode() == 0 ? 0 : 1;
      case ACCEPTED, NO_ANSWER_DUE -> {}
    }
    if (first.size() < kept) {
      first.add(operation.copy());
    }
    count(operation.functionName(), operation.text(TargetPart.SUBFUNCTION));
  }

  private void count(String name, @Nullable String sub) {
    for (int i = 0; i < functions.size(); i++) {
      Asked one = functions.get(i);
      if (one.name.equals(name) && java.util.Objects.equals(one.sub, sub)) {
        one.count++;
        return;
      }
    }
    if (functions.size() < MOST_FUNCTIONS) {
      Asked one = new Asked(name, sub);
      one.count = 1;
      functions.add(one);
    }
  }

  /** Whether nothing of it came through. */
  boolean allRefused() {
    return refused == count;
  }

  /** Functions with how often each was asked; names are of standards or of the wire. */
  String functions() {
    StringBuilder text = new StringBuilder();
    for (Asked one : functions) {
      text.append(text.isEmpty() ? "" : ", ").append(one.name);
      if (one.sub != null) {
        text.append(' ').append(one.sub);
      }
      text.append(' ').append(PortWords.times(one.count));
    }
    return cut(text.toString());
  }

  /** The first operation in words. */
  String firstInWords() {
    Operation operation = first.getFirst();
    String value = OperationText.value(operation);
    return cut(
        operation.functionName()
            + " of "
            + OperationText.target(operation)
            + (value.isEmpty() ? "" : ", value " + value)
            + ", "
            + operation.result().word()
            + (operation.resultName().isEmpty() ? "" : " (" + operation.resultName() + ")"));
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_WORDS ? text : text.substring(0, LONGEST_WORDS - 4) + " ...";
  }

  /** Who was asked, with port and unit. */
  String target() {
    Operation operation = first.getFirst();
    return operation.destination()
        + (operation.hasNumber(TargetPart.UNIT)
            ? " unit " + operation.number(TargetPart.UNIT)
            : "");
  }
}
