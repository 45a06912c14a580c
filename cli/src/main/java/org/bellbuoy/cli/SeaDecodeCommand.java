package org.bellbuoy.cli;
final class SeaDecodeCommand { SeaDecodeCommand() {} }
