package io.qihang.wechat;

import java.util.UUID;

/** A push lies in the table, to be worked off; of it only its number. */
record PushReceived(UUID id) {}
