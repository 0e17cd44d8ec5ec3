-- Ask for the addresses in a file, line by line and over again; close with the figures as JSON.

local addresses, position = {}, 0

function init(arguments)
  for line in io.lines(arguments[1]) do
    addresses[#addresses + 1] = wrk.format("GET", line)
  end
end

function request()
  position = position % #addresses + 1
  return addresses[position]
end

function done(summary, latency)
  local errors = summary.errors
  local failures = errors.connect + errors.read + errors.write + errors.timeout + errors.status
  print(string.format(
    '{"rate": %.1f, "p50": %.3f, "p95": %.3f, "p99": %.3f, "failures": %d}',
    summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000,
    latency:percentile(95) / 1000,
    latency:percentile(99) / 1000,
    failures))
end
