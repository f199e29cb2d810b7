/* Flood season (防汛工作) in plain C: patrols and hazards. */
#include "huibian_plugin.h"

#include <stdio.h>
#include <string.h>

HB_MANIFEST("id = \"flood-c\"\nversion = \"0.1.0\"\n");

/* Finds `key`, such as "\"patrols_total\":", and the digits after it. In a text of the request its quotes are escaped. */
static int digits(hb_bytes in, const char *key, char *out, size_t room) {
    size_t length = strlen(key);
    for (size_t at = 0; at + length < in.len; at++) {
        if (memcmp(in.ptr + at, key, length) != 0) {
            continue;
        }
        size_t count = 0;
        for (size_t next = at + length; next < in.len && count + 1 < room; next++, count++) {
            if (in.ptr[next] < '0' || in.ptr[next] > '9') {
                break;
            }
            out[count] = (char)in.ptr[next];
        }
        out[count] = '\0';
        return count > 0;
    }
    return 0;
}

static int32_t say(const hb_sink *out, const char *text, int32_t status) {
    out->write(out->ctx, (const uint8_t *)text, strlen(text));
    return status;
}

static int32_t call(uint32_t op, hb_bytes in, const hb_sink *out) {
    char patrols[24], hazards[24], response[256];
    if (op != HB_OP_CONTRIBUTE) {
        return HB_STATUS_UNKNOWN_OP;
    }
    if (!digits(in, "\"patrols_total\":", patrols, sizeof patrols)) {
        return say(out, "缺少数据：{patrols_total}", HB_STATUS_ERROR);
    }
    if (!digits(in, "\"hazards_total\":", hazards, sizeof hazards)) {
        return say(out, "缺少数据：{hazards_total}", HB_STATUS_ERROR);
    }
    snprintf(response, sizeof response,
             "{\"counts\":{\"patrols\":{\"value\":%s,\"from\":[\"patrols_total\"]},"
             "\"hazards\":{\"value\":%s,\"from\":[\"hazards_total\"]}}}",
             patrols, hazards);
    return say(out, response, HB_STATUS_OK);
}

static const void *get_extension(const char *id) {
    (void)id;
    return NULL;
}

const hb_plugin huibian_plugin_v1 = {sizeof(hb_plugin), call, get_extension};
