package org.bellbuoy.server.simulate;

import java.io.IOException;

/** What Exchange's HttpProxy log tells of a request besides what IIS tells. */
final class ProxyRow {
  /** Columns of a HttpProxy log of Exchange 2016, in order. */
  static final String FIELDS =
      "DateTime,RequestId,MajorVersion,MinorVersion,BuildVersion,RevisionVersion,ClientRequestId,"
          + "Protocol,UrlHost,UrlStem,ProtocolAction,AuthenticationType,IsAuthenticated,"
          + "AuthenticatedUser,Organization,AnchorMailbox,UserAgent,ClientIpAddress,ServerHostName,"
          + "HttpStatus,BackEndStatus,ErrorCode,Method,ProxyAction,TargetServer,"
          + "TargetServerVersion,RoutingType,RoutingHint,BackEndCookie,ServerLocatorHost,"
          + "ServerLocatorLatency,RequestBytes,ResponseBytes,TargetOutstandingRequests,"
          + "AuthModulePerfContext,HttpPipelineLatency,CalculateTargetBackEndLatency,"
          + "GlsLatencyBreakup,TotalGlsLatency,AccountForestLatencyBreakup,"
          + "TotalAccountForestLatency,ResourceForestLatencyBreakup,TotalResourceForestLatency,"
          + "ADLatency,SharedCacheLatencyBreakup,TotalSharedCacheLatency,ActivityContextLifeTime,"
          + "ModuleToHandlerSwitchingLatency,ClientReqStreamLatency,BackendReqInitLatency,"
          + "BackendReqStreamLatency,BackendProcessingLatency,BackendRespInitLatency,"
          + "BackendRespStreamLatency,ClientRespStreamLatency,KerberosAuthHeaderLatency,"
          + "HandlerCompletionLatency,RequestHandlerLatency,HandlerToModuleSwitchingLatency,"
          + "ProxyTime,CoreLatency,RoutingLatency,HttpProxyOverhead,TotalRequestTime,"
          + "RouteRefresherLatency,UrlQuery,BackEndGenericInfo,GenericInfo,GenericErrors,"
          + "EdgeTraceId,DatabaseGuid,UserADObjectGuid,PartitionEndpointLookupLatency,"
          + "RoutingStatus";

  /** Between total request time and query; all else in between is latencies. */
  private static final byte[] LATENCIES =
      Row.bytes(",1,2,,0,,0,,0,1,,0,31,0,0,1,0,12,0,0,0,0,0,14,0,15,2,1,3,");

  private static final byte[] ID_HEAD = Row.bytes("000051a0-0000-4000-8000-");
  private static final byte[] TRUE = Row.bytes("true");
  private static final byte[] FALSE = Row.bytes("false");
  private static final byte[] PROXY = Row.bytes(",Proxy,");
  private static final byte[] ROUTED = Row.bytes(",IntraForest,");
  private static final byte[] END = Row.bytes(",,,,,");
  private static final byte[] NOTHING = new byte[0];

  final Protocol protocol;
  byte[] authentication = NOTHING;
  byte[] user = NOTHING;
  byte[] anchor = NOTHING;
  byte[] cookie = NOTHING;
  byte[] target = NOTHING;
  byte[] info = NOTHING;
  byte[] errors = NOTHING;
  int backEndStatus = 200;

  ProxyRow(Protocol protocol) {
    this.protocol = protocol;
  }

  ProxyRow as(String newAuthentication, String newUser) {
    authentication = Row.bytes(newAuthentication);
    user = Row.bytes(newUser);
    return this;
  }

  ProxyRow to(String newAnchor, String newTarget) {
    anchor = Row.bytes(newAnchor);
    target = Row.bytes(newTarget);
    return this;
  }

  ProxyRow cookie(String newCookie) {
    cookie = Row.bytes(newCookie);
    return this;
  }

  ProxyRow said(String newInfo, String newErrors) {
    info = Row.bytes(newInfo);
    errors = Row.bytes(newErrors);
    return this;
  }

  ProxyRow backEnd(int status) {
    backEndStatus = status;
    return this;
  }

  /** Writes the row; {@code id} makes the request id. */
  void write(LineBuffer out, byte[] day, int millisOfDay, ServerBytes server, Row row, long id)
      throws IOException {
    out.put(day).put('T').clock(millisOfDay / 1000).put('.').padded(millisOfDay % 1000, 3);
    out.put('Z').put(',');
    hex(out, id);
    out.put(server.version()).put(',').put(protocol.bytes()).put(',').put(server.host());
    out.put(',').put(row.stem).put(',').put(',').put(authentication).put(',');
    out.put(user.length > 0 ? TRUE : FALSE).put(',').put(user).put(',').put(',').put(anchor);
    out.put(',');
    for (byte one : row.agent) {
      out.put(one == '+' ? ' ' : one == ',' ? ' ' : (char) one);
    }
    out.put(',').put(row.client).put(',').put(server.name()).put(',').number(row.status);
    out.put(',').number(backEndStatus).put(',').put(',').put(row.method).put(PROXY).put(target);
    out.put(',').put(server.dotted()).put(ROUTED).put(anchor).put(',').put(cookie).put(',');
    out.put(',').put(',').number(row.received).put(',').number(row.sent).put(',').put(',');
    out.put(LATENCIES).number(row.taken).put(',').put(',');
    if (row.query.length != 1 || row.query[0] != '-') {
      out.put('?').put(row.query);
    }
    out.put(',').put(',').put(info).put(',').put(errors).put(END);
    out.end();
  }

  /** A request id in the shape of a GUID whose first group says that it is simulated: 51a0. */
  private static void hex(LineBuffer out, long id) {
    out.put(ID_HEAD);
    for (int shift = 44; shift >= 0; shift -= 4) {
      int digit = (int) (id >>> shift) & 15;
      out.put((char) (digit < 10 ? '0' + digit : 'a' + digit - 10));
    }
    out.put(',');
  }
}
