/* The C interface of a huibian plugin, version 1.
 *
 * A plugin is a shared library that exports one table, `huibian_plugin_v1`, and stands in a folder with a plugin.toml
 * that names it. The host calls `call` once for each unit: JSON text in (a Request), JSON text out (a Response):
 *
 *   in   { "contract": 1, "period": "2023Q2", "unit": { "id": …, "name": … }, "data": { declared fields } }
 *   out  { "counts": { "patrols": { "value": 12, "from": ["patrols_total"] } }, "facts": {}, "findings": [] }
 *
 * A field that the unit did not give is absent from `data`. A count that is not known is left out of `counts`: it is
 * never 0 in its place, and never null. Unknown keys are to be ignored.
 *
 * Build: cc -shared -fPIC -I include -o libmy_plugin.so my_plugin.c
 */
#ifndef HUIBIAN_PLUGIN_H
#define HUIBIAN_PLUGIN_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Operations. */
#define HB_OP_CONTRIBUTE 1u /* a Request in, a Response out */

/* What `call` returns. */
#define HB_STATUS_OK 0         /* the output is a Response */
#define HB_STATUS_ERROR 1      /* the output is a message for the clerk, in UTF-8: a text, or {"zh": ..., "en": ...} */
#define HB_STATUS_UNKNOWN_OP 2 /* the operation is not known; no output */
#define HB_STATUS_BAD_INPUT 3  /* the request could not be read; the output says why */
#define HB_STATUS_PANICKED 4   /* the plugin failed inside; the output says how */

/* Bytes lent for the length of a call; not terminated by 0. */
typedef struct {
    const uint8_t *ptr;
    size_t len;
} hb_bytes;

/* Where output goes. The host copies what it is given at once. `write` may be called any number of times; it returns 0,
 * or something else when the host takes no more, and then the call has failed already. */
typedef struct {
    void *ctx;
    int32_t (*write)(void *ctx, const uint8_t *ptr, size_t len);
} hb_sink;

/* The table. Members are only ever added at its end. */
typedef struct {
    uint32_t size; /* sizeof(hb_plugin), as the plugin was built */
    /* Runs one operation. It may be entered from several threads at once. No exception may leave it. Nothing allocated
     * on one side is freed on the other. */
    int32_t (*call)(uint32_t op, hb_bytes in, const hb_sink *out);
    /* An extension by its id, or NULL. None is defined yet. */
    const void *(*get_extension)(const char *id);
} hb_plugin;

#if defined(_WIN32)
#define HB_EXPORT __declspec(dllexport)
#else
#define HB_EXPORT __attribute__((visibility("default")))
#endif

/* The exported table. Its name is the version of this interface. */
extern HB_EXPORT const hb_plugin huibian_plugin_v1;

/* Optional: the id and version of plugin.toml inside the library, so that the host notices a library that belongs to
 * another folder without running it:
 *
 *   HB_MANIFEST("id = \"my-plugin\"\nversion = \"0.1.0\"\n");
 */
#if defined(_MSC_VER)
#define HB_MANIFEST(text)                                                                                              \
    __pragma(section(".hbplug", read)) __declspec(allocate(".hbplug")) const char hb_manifest[] = text
#elif defined(__APPLE__)
#define HB_MANIFEST(text) __attribute__((used, section("__TEXT,__hbplug"))) static const char hb_manifest[] = text
#else
#define HB_MANIFEST(text) __attribute__((used, section(".hbplug"))) static const char hb_manifest[] = text
#endif

#ifdef __cplusplus
}
#endif

#endif
