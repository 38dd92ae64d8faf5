// What the gradients of Benchmarks/Sources cost in C: hash-consed nodes in an arena, and reverse
// accumulation that makes new nodes. `GradientFloor TASK N` prints milliseconds of processor time and MiB.

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

typedef enum { constant, input, plus, minus, times, sine, cosine } operation;
typedef struct {
  uint32_t operation, left, right;
} node;

// Node 0 is none.
static node *nodes;
static uint32_t count, capacity;
static uint32_t *table, table_size;

static uint32_t hash(node n) {
  uint64_t mix = ((uint64_t)n.left << 32 | n.right) * 0x9E3779B97F4A7C15u;
  mix ^= (uint64_t)n.operation * 0xD6E8FEB86659FD93u;
  mix = (mix ^ mix >> 29) * 0xBF58476D1CE4E5B9u;
  return (uint32_t)(mix >> 32);
}

static uint32_t slot_of(node n) {
  uint32_t slot = hash(n) & (table_size - 1);
  while (table[slot] && memcmp(&nodes[table[slot]], &n, sizeof n) != 0)
    slot = (slot + 1) & (table_size - 1);
  return slot;
}

static void *checked(void *memory) {
  if (!memory) abort();
  return memory;
}

static uint32_t make(operation op, uint32_t left, uint32_t right) {
  if (count + 1 >= capacity) {
    capacity = capacity ? 2 * capacity : 1024;
    nodes = checked(realloc(nodes, capacity * sizeof *nodes));
    if (count == 0) count = 1;
  }
  if (2 * count >= table_size) {
    table_size = table_size ? 2 * table_size : 2048;
    free(table);
    table = checked(calloc(table_size, sizeof *table));
    for (uint32_t i = 1; i < count; i++) table[slot_of(nodes[i])] = i;
  }
  node n = {op, left, right};
  uint32_t slot = slot_of(n);
  if (table[slot]) return table[slot];
  nodes[count] = n;
  return table[slot] = count++;
}

static uint32_t zero, one;

static uint32_t product(uint32_t a, uint32_t b) {
  if (a == zero || b == zero) return zero;
  if (a == one) return b;
  return b == one ? a : make(times, a, b);
}

static uint32_t difference(uint32_t a, uint32_t b) { return b == zero ? a : make(minus, a, b); }

static uint32_t sum(uint32_t a, uint32_t b) {
  return a == 0 || a == zero ? b : make(plus, a, b);
}

static void accumulate(uint32_t output, uint32_t *adjoints) {
  adjoints[output] = one;
  for (uint32_t i = output; i > 0; i--) {
    uint32_t adjoint = adjoints[i];
    if (!adjoint) continue;
    node n = nodes[i];
    switch ((operation)n.operation) {
      case constant:
      case input: break;
      case plus:
        adjoints[n.left] = sum(adjoints[n.left], adjoint);
        adjoints[n.right] = sum(adjoints[n.right], adjoint);
        break;
      case minus:
        adjoints[n.left] = sum(adjoints[n.left], adjoint);
        adjoints[n.right] = sum(adjoints[n.right], difference(zero, adjoint));
        break;
      case times:
        adjoints[n.left] = sum(adjoints[n.left], product(adjoint, n.right));
        adjoints[n.right] = sum(adjoints[n.right], product(adjoint, n.left));
        break;
      case sine:
        adjoints[n.left] = sum(adjoints[n.left], product(adjoint, make(cosine, n.left, 0)));
        break;
      case cosine: {
        uint32_t slope = difference(zero, make(sine, n.left, 0));
        adjoints[n.left] = sum(adjoints[n.left], product(adjoint, slope));
      }
    }
  }
}

static uint32_t build(const char *task, uint32_t size) {
  zero = make(constant, 0, 0);
  one = make(constant, 1, 0);
  uint32_t value = make(input, 0, 0);
  if (strcmp(task, "chain") == 0) {
    for (uint32_t i = 0; i < size; i++) value = make(i % 2 ? cosine : sine, value, 0);
  } else if (strcmp(task, "speel") == 0) {
    for (uint32_t i = 1; i < size; i++) value = product(value, make(input, i, 0));
  } else if (strcmp(task, "logistic") == 0) {
    uint32_t four = make(constant, 4, 0);
    for (uint32_t i = 0; i < size; i++)
      value = product(product(four, value), difference(one, value));
  } else {
    return 0;
  }
  return value;
}

static double processor_time(void) {
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return 1e3 * (double)time.tv_sec + 1e-6 * (double)time.tv_nsec;
}

int main(int argument_count, char **arguments) {
  double start = processor_time();
  uint32_t size = argument_count == 3 ? (uint32_t)strtoul(arguments[2], NULL, 10) : 0;
  uint32_t output = size > 0 ? build(arguments[1], size) : 0;
  if (!output) {
    fprintf(stderr, "usage: GradientFloor chain|speel|logistic N\n");
    return 64;
  }
  accumulate(output, checked(calloc(output + 1, sizeof(uint32_t))));
  double end = processor_time();
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  printf("%f %f\n", end - start, (double)usage.ru_maxrss / 1024);
  return 0;
}
