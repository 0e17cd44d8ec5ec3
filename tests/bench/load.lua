-- Send the requests in a file, one after another and over again; close with the figures as JSON.
-- A line is a request: method, path, body and headers (`name: value`), between tabs.

local requests, position = {}, 0

local function read(line)
  local fields, headers = {}, {}
  for field in (line .. "\t"):gmatch("([^\t]*)\t") do
    fields[#fields + 1] = field
  end
  for number = 4, #fields do
    local name, value = fields[number]:match("^(.-): (.*)$")
    headers[name] = value
  end
  return wrk.format(fields[1], fields[2], headers, fields[3] ~= "" and fields[3] or nil)
end

function init(arguments)
  for line in io.lines(arguments[1]) do
    requests[#requests + 1] = read(line)
  end
end

function request()
  position = position % #requests + 1
  return requests[position]
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
