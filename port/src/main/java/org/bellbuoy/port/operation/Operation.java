package org.bellbuoy.port.operation;

import java.util.Arrays;
import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was asked of a device, and what became of it. Reused: a {@link Ledger} gives
 * operations out and takes them back after the sink has seen them. A decoder fills in what it asks,
 * of what, and with which value; texts it sets should be constants, so that nothing is made for
 * each operation. Not thread safe.
 */
public final class Operation {
  /** So many bytes of a value are kept; {@link #valueLength} tells how many there were. */
  public static final int KEPT_VALUE_BYTES = 64;

  private static final TargetPart[] PARTS = TargetPart.values();

  // Of the pending table, which chains operations.
  long pendingKey;
  @Nullable Operation next;

  private final FrameMark request = new FrameMark();
  private final FrameMark response = new FrameMark();
  private final long[] numbers = new long[PARTS.length];
  private final @Nullable String[] texts = new @Nullable String[PARTS.length];
  private int numbered;
  private int named;
  private @Nullable Conversation conversation;
  private Direction direction = Direction.TO_SERVER;
  private Protocol protocol = Protocol.UNKNOWN;
  private int functionCode;
  private String functionName = "";
  private OperationClass operationClass = OperationClass.READ;
  private ValueKind valueKind = ValueKind.NONE;
  private byte[] value = new byte[KEPT_VALUE_BYTES];
  private int valueLength;
  private long number;
  private OperationResult result = OperationResult.UNANSWERED;
  private int resultCode;
  private String resultName = "";

  Operation() {}

  /** Begins anew: no target, no value, unanswered. */
  void begin(Conversation conversation, Direction direction, Protocol protocol, FrameMark mark) {
    this.conversation = conversation;
    this.direction = direction;
    this.protocol = protocol;
    request.set(mark);
    response.set(0, 0, 0, 0);
    numbered = 0;
    named = 0;
    functionCode = 0;
    functionName = "";
    operationClass = OperationClass.READ;
    valueKind = ValueKind.NONE;
    valueLength = 0;
    number = 0;
    result = OperationResult.UNANSWERED;
    resultCode = 0;
    resultName = "";
  }

  /** Lets go of what it refers to, before it waits for its next use. */
  void clear() {
    conversation = null;
    next = null;
  }

  /** Says what was asked. */
  public Operation function(int code, String name, OperationClass operationClass) {
    functionCode = code;
    functionName = name;
    this.operationClass = operationClass;
    return this;
  }

  /** Says a part of the target by number. */
  public Operation target(TargetPart part, long number) {
    numbers[part.ordinal()] = number;
    numbered |= 1 << part.ordinal();
    return this;
  }

  /** Says a part of the target by text: a constant, or what the wire holds; treated as hostile. */
  public Operation target(TargetPart part, String text) {
    texts[part.ordinal()] = text;
    named |= 1 << part.ordinal();
    return this;
  }

  /** Keeps the first bytes of a value. */
  public Operation value(ValueKind kind, byte[] buffer, int offset, int length) {
    valueKind = kind;
    valueLength = length;
    System.arraycopy(buffer, offset, value, 0, Math.min(length, KEPT_VALUE_BYTES));
    return this;
  }

  /** Keeps a whole number as the value. */
  public Operation value(long number) {
    valueKind = ValueKind.NUMBER;
    this.number = number;
    valueLength = 0;
    return this;
  }

  /** Keeps a floating-point number as the value. */
  public Operation value(double number) {
    valueKind = ValueKind.REAL;
    this.number = Double.doubleToRawLongBits(number);
    valueLength = 0;
    return this;
  }

  /** Says how it was answered and by which packet. */
  public Operation answered(FrameMark mark, OperationResult result, int code, String name) {
    response.set(mark);
    return ended(result, code, name);
  }

  /** Says what became of it, with no packet that answers. */
  public Operation ended(OperationResult result, int code, String name) {
    this.result = result;
    resultCode = code;
    resultName = name;
    return this;
  }

  /** Time of the request, nanoseconds since 1970. */
  public long epochNanos() {
    return request.epochNanos();
  }

  /** Where the request stands; of a message over several packets, the last of them. */
  public FrameMark request() {
    return request;
  }

  /** Where the answer stands; frame 0 where there is none. */
  public FrameMark response() {
    return response;
  }

  /** Whether a packet answers. */
  public boolean hasResponse() {
    return response.frame() > 0;
  }

  /** In which conversation. */
  public Conversation conversation() {
    Conversation within = conversation;
    if (within == null) {
      throw new IllegalStateException("this operation was given back; copy what is to be kept");
    }
    return within;
  }

  /** Which way the request went; {@link Direction#TO_CLIENT} where a server asks. */
  public Direction direction() {
    return direction;
  }

  /** Who asked. */
  public Endpoint source() {
    return conversation().source(direction);
  }

  /** Who was asked. */
  public Endpoint destination() {
    return conversation().destination(direction);
  }

  /** In which protocol. */
  public Protocol protocol() {
    return protocol;
  }

  /** The function's number in its protocol. */
  public int functionCode() {
    return functionCode;
  }

  /** The function's name as its standard has it, lower case with hyphens. */
  public String functionName() {
    return functionName;
  }

  /** What kind of thing it is. */
  public OperationClass operationClass() {
    return operationClass;
  }

  /** Whether the part has a number. */
  public boolean hasNumber(TargetPart part) {
    return (numbered >> part.ordinal() & 1) != 0;
  }

  /** Number of a part, 0 where it has none. */
  public long number(TargetPart part) {
    return hasNumber(part) ? numbers[part.ordinal()] : 0;
  }

  /** Text of a part, null where it has none. */
  public @Nullable String text(TargetPart part) {
    return (named >> part.ordinal() & 1) != 0 ? texts[part.ordinal()] : null;
  }

  /** How the value is to be read. */
  public ValueKind valueKind() {
    return valueKind;
  }

  /** Bytes that the value had, of which {@link #KEPT_VALUE_BYTES} at most are kept. */
  public int valueLength() {
    return valueLength;
  }

  /** A byte of the value as an unsigned number; index below both the length and the bytes kept. */
  public int valueByte(int index) {
    return value[index] & 0xff;
  }

  /** The value where it is a whole number. */
  public long valueNumber() {
    return number;
  }

  /** The value where it is a floating-point number. */
  public double valueReal() {
    return Double.longBitsToDouble(number);
  }

  /** What became of it. */
  public OperationResult result() {
    return result;
  }

  /** The protocol's own code of the result, 0 where there is none. */
  public int resultCode() {
    return resultCode;
  }

  /** Name of the result's code, empty where there is none. */
  public String resultName() {
    return resultName;
  }

  /** A copy that may be kept. */
  public Operation copy() {
    Operation copy = new Operation();
    copy.conversation = conversation;
    copy.direction = direction;
    copy.protocol = protocol;
    copy.request.set(request);
    copy.response.set(response);
    System.arraycopy(numbers, 0, copy.numbers, 0, numbers.length);
    System.arraycopy(texts, 0, copy.texts, 0, texts.length);
    copy.numbered = numbered;
    copy.named = named;
    copy.functionCode = functionCode;
    copy.functionName = functionName;
    copy.operationClass = operationClass;
    copy.valueKind = valueKind;
    copy.value = Arrays.copyOf(value, KEPT_VALUE_BYTES);
    copy.valueLength = valueLength;
    copy.number = number;
    copy.result = result;
    copy.resultCode = resultCode;
    copy.resultName = resultName;
    return copy;
  }
}
